<?php

declare(strict_types=1);

/** The four calls. Every request is built from scratch, every answer is rebuilt field by field. */
final class Edlink
{
    /** Seconds for a whole call. */
    private const TIMEOUT = 10;
    /** Bytes of an answer that are read. */
    private const LONGEST_ONE = 65_536;
    private const LONGEST_LIST = 8_388_608;
    private const PAGE = 1000;
    /** Seconds: for a 429 that does not say, and the longest that is believed. */
    private const USUAL_PAUSE = 5;
    private const LONGEST_PAUSE = 600;

    private readonly string $onboardings;

    public function __construct(
        private readonly Store $store,
        private readonly string $token,
        public readonly string $applicationId,
        string $teamId,
        string $baseUrl,
    ) {
        if (!preg_match('#^(https://[^/?\#]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)$#iD', $baseUrl)) {
            throw new LogicException('EDLINK_BASE_URL is no https: origin');
        }
        $this->onboardings = "$baseUrl/api/v1/teams/$teamId/onboardings";
    }

    public function create(array $fields, string $idempotency): array
    {
        $fields = ['application_id' => $this->applicationId] + $fields;
        $onboarding = read_onboarding($this->call('POST', '', ['$idempotency' => $idempotency], $fields));
        return $onboarding['application_id'] === $this->applicationId ? $onboarding : throw unusable_answer();
    }

    public function read(string $id): array
    {
        $onboarding = read_onboarding($this->call('GET', "/$id"));
        return $onboarding['id'] === $id ? $onboarding : throw unusable_answer();
    }

    /** Whether success has a body is not documented. */
    public function delete(string $id): void
    {
        $this->call('DELETE', "/$id");
    }

    /**
     * Looks for what an unanswered creation may have left. Nothing on an onboarding can carry an id of ours, so the
     * exact millisecond of its date is the mark; anything less exact is never adopted.
     */
    public function findByDate(int $date): ?array
    {
        $query = ['$first' => self::PAGE];
        for ($deadline = now() + 1000 * self::TIMEOUT; now() < $deadline; $query['$cursor'] = $cursor) {
            $page = $this->call('GET', '', $query, longest: self::LONGEST_LIST);
            foreach (is_array($page['$data'] ?? null) ? $page['$data'] : throw unusable_answer() as $row) {
                if ($this->isMarked($row, $date)) {
                    return read_onboarding($row);
                }
            }
            // `$next` is a URL that Edlink chose. It is not followed: only its cursor is taken into one of ours.
            parse_str(parse_url((string) ($page['$next'] ?? ''), PHP_URL_QUERY) ?: '', $next);
            $cursor = $next['$cursor'] ?? null;
            if (!is_string($cursor)) {
                return null;
            }
        }
        return null;
    }

    private function isMarked(mixed $row, int $date): bool
    {
        return is_array($row)
            && is_string($row['expiration_date'] ?? null)
            && read_date($row['expiration_date']) === $date
            && strcasecmp((string) ($row['application_id'] ?? ''), $this->applicationId) === 0
            && !$this->store->isBound(strtolower((string) ($row['id'] ?? '')));
    }

    private function call(
        string $method,
        string $path,
        array $query = [],
        ?array $body = null,
        int $longest = self::LONGEST_ONE,
    ): mixed {
        // A 429 is for the whole team, so everybody obeys it.
        $pause = $this->store->pausedUntil() - now();
        if ($pause > 0) {
            throw new EdlinkFailure('rate_limited', true, retryAfter: (int) ceil($pause / 1000));
        }
        $url = $this->onboardings . $path . ($query ? '?' . http_build_query($query) : '');
        [$status, $type, $retryAfter, $text] = $this->send($method, $url, $body, $longest);
        if ($status === 429) {
            throw $this->rateLimited($retryAfter);
        }
        $isJson = preg_match('#^application/([\w.-]+\+)?json\s*(;|$)#i', $type) === 1;
        $answer = $isJson ? json_decode($text, true) : null;
        if ($status < 200 || $status > 299) {
            throw failure_of($status, $answer, isOne: $path !== '', isCreation: $method === 'POST');
        }
        $isEmpty = $method === 'DELETE' && $text === '';
        if (!$isEmpty && !is_array($answer) || !empty($answer['$errors']) || !empty($answer['$error'])) {
            throw unusable_answer();
        }
        return $answer;
    }

    /** @return array{int, string, ?string, string} status, media type, `Retry-After`, body */
    private function send(string $method, string $url, ?array $body, int $longest): array
    {
        $text = '';
        $retryAfter = null;
        $curl = curl_init($url);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => [
                "Authorization: Bearer $this->token",
                'Accept: application/json',
                ...($body === null ? [] : ['Content-Type: application/json']),
            ],
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTPS | CURLPROTO_HTTP,
            CURLOPT_TIMEOUT => self::TIMEOUT,
            CURLOPT_HEADERFUNCTION => function ($_, string $line) use (&$retryAfter): int {
                if (preg_match('/^retry-after:\s*(.*?)\s*$/i', $line, $found)) {
                    $retryAfter = $found[1];
                }
                return strlen($line);
            },
            // Counted while reading, because a `Content-Length` may lie.
            CURLOPT_WRITEFUNCTION => function ($_, string $bytes) use (&$text, $longest): int {
                $text .= $bytes;
                return strlen($text) > $longest ? 0 : strlen($bytes);
            },
        ]);
        if ($body !== null) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body));
        }
        curl_exec($curl);
        match (curl_errno($curl)) {
            CURLE_OK => null,
            CURLE_WRITE_ERROR => throw unusable_answer(),
            CURLE_OPERATION_TIMEDOUT => throw new EdlinkFailure('upstream_unavailable', false, 504),
            default => throw new EdlinkFailure('upstream_unavailable', false),
        };
        $type = (string) curl_getinfo($curl, CURLINFO_CONTENT_TYPE);
        return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $type, $retryAfter, $text];
    }

    private function rateLimited(?string $retryAfter): EdlinkFailure
    {
        $seconds = match (true) {
            ctype_digit($retryAfter ?? '') => (int) $retryAfter,
            str_ends_with($retryAfter ?? '', 'GMT') => strtotime($retryAfter) - time(),
            default => self::USUAL_PAUSE,
        };
        $seconds = max(1, min($seconds, self::LONGEST_PAUSE));
        $this->store->pause(now() + 1000 * $seconds);
        return new EdlinkFailure('rate_limited', true, retryAfter: $seconds);
    }
}
