<?php

declare(strict_types=1);

/** `GET onboardings?…`, read strictly: a filter that was ignored would show more than was asked for. */
final class ListQuery
{
    private const FILTERS = ['state', 'provider_id', 'application_id', 'integration_id', 'user_id'];
    private const MOST_IDS = 50;
    private const LONGEST_PAGE = 100;

    /** @var array<string, string> */
    private array $filters = [];
    /** @var list<string> instead of a page: exactly these */
    public array $ids = [];
    public int $limit = 50;
    private ?string $cursor = null;

    public function __construct(string $query)
    {
        $seen = [];
        // `$_GET` would keep the last `id` only.
        foreach (array_filter(explode('&', $query)) as $pair) {
            [$name, $value] = array_map(urldecode(...), explode('=', "$pair=", 3));
            if (isset($seen[$name]) && $name !== 'id') {
                throw new Problem('invalid_request', field: substr($name, 0, 100));
            }
            $seen[$name] = true;
            $this->take($name, $value);
        }
        if ($this->cursor !== null && $this->ids) {
            throw new Problem('invalid_request', field: 'cursor');
        }
    }

    private function take(string $name, string $value): void
    {
        $isId = is_uuid($value);
        match (true) {
            $name === 'id' && $isId && count($this->ids) < self::MOST_IDS => $this->ids[] = strtolower($value),
            $name === 'state' && preg_match('/^\w{1,40}$/D', $value) === 1 => $this->filters[$name] = $value,
            $name !== 'state' && in_array($name, self::FILTERS, true) && $isId
                => $this->filters[$name] = strtolower($value),
            $name === 'limit' && preg_match('/^[1-9]\d{0,2}$/D', $value) === 1 && $value <= self::LONGEST_PAGE
                => $this->limit = (int) $value,
            $name === 'cursor' => $this->cursor = $value,
            default => throw new Problem('invalid_request', field: substr($name, 0, 100)),
        };
    }

    /** Applied here and not passed on: how Edlink takes filters is not documented, and one it ignored would go unnoticed. */
    public function matches(array $onboarding): bool
    {
        return array_intersect_key($onboarding, $this->filters) == $this->filters;
    }

    /** Where the page begins. A cursor is worth nothing to another tenant or with another filter. */
    public function position(string $tenant, string $secret): int
    {
        $position = (int) strtok((string) $this->cursor, '.');
        return match (true) {
            $this->cursor === null => PHP_INT_MAX,
            hash_equals($this->cursorFor($position, $tenant, $secret), $this->cursor) => $position,
            default => throw new Problem('invalid_request', field: 'cursor'),
        };
    }

    public function cursorFor(int $position, string $tenant, string $secret): string
    {
        ksort($this->filters);
        return $position . '.' . hash_hmac('sha256', json_encode([$position, $tenant, $this->filters]), $secret);
    }
}
