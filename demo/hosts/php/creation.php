<?php

declare(strict_types=1);

/** `POST onboardings`: exactly one onboarding for a key, also when an answer is lost. */
final class Creation
{
    /** While another process creates the same one: this often, with this many microseconds between. */
    private const TURNS = 40;
    private const TURN = 60_000;

    public function __construct(
        private readonly Store $store,
        private readonly Edlink $edlink,
        private readonly Reading $reading,
    ) {
    }

    /** @return array{bool, object, array} whether it is new, what we know of it, what Edlink says */
    public function obtain(Caller $caller, string $key, array $fields): array
    {
        $fingerprint = hash('sha256', json_encode($fields));
        for ($turn = 0; $turn < self::TURNS; $turn++) {
            $obtained = $this->take($caller, $key, $fingerprint, $fields);
            if ($obtained) {
                $this->store->join($obtained[1], $key, $fingerprint);
                return $obtained;
            }
            usleep(self::TURN);
        }
        throw new Problem('upstream_unavailable', 503, retryAfter: 1);
    }

    /** Null: somebody else is at it, or the live one turned out to be of no use. */
    private function take(Caller $caller, string $key, string $fingerprint, array $fields): ?array
    {
        $provider_id = $fields['provider_id'] ?? '';
        $row = $this->store->byKey($caller->tenant, $key);
        if ($row && $row->fingerprint !== $fingerprint) {
            throw new Problem('invalid_request', field: 'Idempotency-Key');
        }
        if ($row && $row->outcome !== null) {
            throw new Problem('conflict', field: 'Idempotency-Key');
        }
        $isOwn = $row !== null;
        $row ??= $this->store->live($caller->tenant, $provider_id);
        if ($row?->onboarding_id !== null) {
            return $isOwn ? $this->again($row) : $this->joined($row);
        }
        $isResumed = $row !== null;
        $claim = $row
            ? $this->store->takeOver($row)
            : $this->store->claim($caller, $key, $fingerprint, $provider_id);
        return $claim ? $this->make($claim, $fields, $isResumed) : null;
    }

    /** The onboarding that this key stands for already. */
    private function again(object $row): array
    {
        $onboarding = $this->reading->recent($row);
        return $onboarding && is_usable($onboarding, $row)
            ? [false, $row, $onboarding]
            : throw new Problem('conflict', field: 'Idempotency-Key');
    }

    /** The live one of another click. If it came to nothing, whoever clicks again wants to start again. */
    private function joined(object $row): ?array
    {
        $onboarding = $this->reading->fresh($row);
        $isFruitless = ($onboarding['state'] ?? null) === 'completed' && $onboarding['integration_id'] === null;
        if ($onboarding && is_usable($onboarding, $row) && !$isFruitless) {
            return [false, $row, $onboarding];
        }
        $this->store->setAside($row);
        return null;
    }

    private function make(object $claim, array $fields, bool $isResumed): array
    {
        try {
            $found = $isResumed ? $this->edlink->findByDate($claim->expiration_date) : null;
            $onboarding = $found ?? $this->post($claim, $fields, $isResumed);
            $row = $this->store->bind($claim, $onboarding);
            return $row ? [true, $row, $onboarding] : throw unusable_answer();
        } catch (EdlinkFailure $failure) {
            // Told when to come back, the browser asks again with the same key.
            throw $failure->isCertain ? $failure : $failure->retriedAfter(2);
        } finally {
            $this->store->yield($claim);
        }
    }

    private function post(object $claim, array $fields, bool $isResumed): array
    {
        $fields['expiration_date'] = iso_date($claim->expiration_date);
        // What Edlink may remember for longer than we do: the claim is in it, and neither tenant nor key can be read.
        $idempotency = hash_hmac('sha256', "idempotency $claim->number $claim->expiration_date", $this->store->secret());
        try {
            return $this->edlink->create($fields, $idempotency);
        } catch (EdlinkFailure $failure) {
            if (!$failure->isCertain) {
                return $this->findLost($claim) ?? throw $failure;
            }
            // An earlier attempt may have succeeded without anybody seeing it; then the claim has to stay.
            $isResumed || $this->store->release($claim);
            throw $failure;
        }
    }

    private function findLost(object $claim): ?array
    {
        try {
            return $this->edlink->findByDate($claim->expiration_date);
        } catch (EdlinkFailure) {
            return null;
        }
    }
}
