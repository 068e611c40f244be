<?php

declare(strict_types=1);

/** The four routes, for one caller. */
final class Onboardings
{
    private readonly Reading $reading;

    public function __construct(
        private readonly Store $store,
        private readonly Edlink $edlink,
        private readonly Caller $caller,
    ) {
        $this->reading = new Reading($store, $edlink);
    }

    /** @return array{int, array} status and body */
    public function create(string $key, array $fields): array
    {
        $creation = new Creation($this->store, $this->edlink, $this->reading);
        [$isNew, $row, $onboarding] = $creation->obtain($this->caller, $key, $fields);
        return [$isNew ? 201 : 200, $this->show($row, $onboarding)];
    }

    /** @return array{int, array} */
    public function read(string $id, bool $isFresh): array
    {
        $row = $this->find($id);
        $onboarding = $isFresh ? $this->reading->fresh($row) : $this->reading->recent($row);
        return [200, $this->show($row, $onboarding ?? throw new Problem('not_found'))];
    }

    /** @return array{int, array} */
    public function list(ListQuery $query): array
    {
        $tenant = $this->caller->tenant;
        $secret = $this->store->secret();
        $rows = $query->ids
            ? array_filter(array_map(fn (string $id) => $this->store->find($tenant, $id), $query->ids))
            : $this->store->page($tenant, $query->position($tenant, $secret), $query->limit + 1);
        $page = $query->ids ? $rows : array_slice($rows, 0, $query->limit);
        $shown = array_filter(array_map($this->showRow(...), $page));
        $answer = ['$data' => array_values(array_filter($shown, $query->matches(...)))];
        if (count($rows) > count($page)) {
            $answer['$next'] = $query->cursorFor(end($page)->number, $tenant, $secret);
        }
        return [200, $answer];
    }

    /** @return array{int, null} */
    public function delete(string $id): array
    {
        $row = $this->find($id);
        if (in_array($row->outcome, ['connected', 'conflict'], true)) {
            throw new Problem('conflict');
        }
        try {
            $this->edlink->delete($id);
        } catch (EdlinkFailure $failure) {
            if (!$failure->isCertain || $failure->problem === 'rate_limited') {
                throw $failure;
            }
            if ($failure->problem !== 'not_found') {
                $this->explainRefusal($row, $failure);
            }
        }
        $this->store->finish($row, 'deleted');
        $this->store->remember($row, null, now());
        return [204, null];
    }

    /** How the deletion of a completed onboarding is refused is not documented, so any refusal may mean that. */
    private function explainRefusal(object $row, EdlinkFailure $refusal): never
    {
        $onboarding = $this->edlink->read($row->onboarding_id);
        if ($onboarding['state'] !== 'completed') {
            throw $refusal;
        }
        $this->show($row, $onboarding);
        throw new Problem('conflict');
    }

    private function find(string $id): object
    {
        return $this->store->find($this->caller->tenant, $id) ?? throw new Problem('not_found');
    }

    /** One that cannot be shown is left out: the others can. */
    private function showRow(object $row): ?array
    {
        $onboarding = $this->reading->recent($row);
        try {
            return $onboarding ? $this->show($row, $onboarding) : null;
        } catch (Problem) {
            return null;
        }
    }

    /** As a browser may see it: you know of its completion first. */
    private function show(object $row, array $onboarding): array
    {
        settle($this->store, $row, $onboarding);
        $host = ['created_by' => $row->actor, 'created_at' => iso_date($row->created_at)];
        return $onboarding + ['$host' => $host];
    }
}
