<?php

declare(strict_types=1);

/**
 * What the proxy remembers. Nothing here reads in order to write: whoever comes second fails at a constraint of the
 * schema or changes no row, so any number of processes may share it.
 */
final class Store
{
    /** Milliseconds: longer than all steps of a creation together. */
    private const LEASE = 60_000;
    private const LIFETIME = 72 * 3_600_000;
    /** Past its date somebody may still be in the form. */
    private const GRACE = 600_000;

    public function __construct(private readonly Database $database)
    {
    }

    /** What a key of this tenant stands for, with the fingerprint it came with. */
    public function byKey(string $tenant, string $key): ?object
    {
        return $this->database->one(
            'select onboardings.*, fingerprint from onboardings join idempotency_keys using (number)
             where idempotency_keys.tenant = ? and key = ?',
            [$tenant, $key],
        );
    }

    public function live(string $tenant, string $provider_id): ?object
    {
        return $this->database->one(
            'select * from onboardings where tenant = ? and provider_id = ? and is_live = 1',
            [$tenant, $provider_id],
        );
    }

    /** Written before anything is sent. Null: somebody else was faster, or has this very millisecond. */
    public function claim(Caller $caller, string $key, string $fingerprint, string $provider_id): ?object
    {
        return $this->database->unlessTaken(function () use ($caller, $key, $fingerprint, $provider_id): object {
            $row = $this->database->one(
                'insert into onboardings
                 (tenant, actor, provider_id, created_at, expiration_date, lease, leased_until)
                 values (?, ?, ?, ?, ?, ?, ?) returning *',
                [$caller->tenant, $caller->actor, $provider_id, now(), now() + self::LIFETIME, ...$this->lease()],
            );
            $this->database->one(
                'insert into idempotency_keys (tenant, key, fingerprint, number) values (?, ?, ?, ?)',
                [$caller->tenant, $key, $fingerprint, $row->number],
            );
            return $row;
        });
    }

    /** The right to go on with a creation that nobody is at. Null: somebody is. */
    public function takeOver(object $row): ?object
    {
        return $this->database->unlessTaken(fn () => $this->database->one(
            'update onboardings set lease = ?, leased_until = ?,
             expiration_date = case when expiration_date > ? then expiration_date else ? end
             where number = ? and onboarding_id is null and outcome is null and leased_until <= ? returning *',
            [...$this->lease(), now(), now() + self::LIFETIME, $row->number, now()],
        ));
    }

    /** Gives the right back and keeps the claim, so that the next request of this key looks for a lost answer. */
    public function yield(object $row): void
    {
        $this->database->one(
            'update onboardings set leased_until = 0 where number = ? and lease = ?',
            [$row->number, $row->lease],
        );
    }

    /** Forgets a claim whose creation was certainly refused. */
    public function release(object $row): void
    {
        $this->database->one(
            'delete from onboardings where number = ? and lease = ? and onboarding_id is null',
            [$row->number, $row->lease],
        );
    }

    /** Writes Edlink's id down, once for a claim and once for an id. Null: one of them has another already. */
    public function bind(object $row, array $onboarding): ?object
    {
        return $this->database->unlessTaken(fn () => $this->database->one(
            'update onboardings set onboarding_id = ?, answer = ?, answered_at = ?
             where number = ? and onboarding_id is null and outcome is null returning *',
            [$onboarding['id'], json_encode($onboarding), now(), $row->number],
        ));
    }

    /** From its answer on, a key stands for the onboarding it was answered with, although another key began it. */
    public function join(object $row, string $key, string $fingerprint): void
    {
        $this->database->one(
            'insert into idempotency_keys (tenant, key, fingerprint, number) values (?, ?, ?, ?) on conflict do nothing',
            [$row->tenant, $key, $fingerprint, $row->number],
        );
    }

    /** No click is given it any more; it may still be completed. */
    public function setAside(object $row): void
    {
        $this->database->one('update onboardings set is_live = 0 where number = ?', [$row->number]);
    }

    /** A connection is final, and so is a conflict. */
    public function finish(object $row, string $outcome): void
    {
        $this->database->one(
            "update onboardings set outcome = ?, is_live = 0
             where number = ? and (outcome is null or outcome = 'deleted')",
            [$outcome, $row->number],
        );
    }

    /** Whose integration it is: the first tenant's to come with it. */
    public function ownerOf(string $integration_id, string $tenant): string
    {
        $this->database->one(
            'insert into integrations (integration_id, tenant) values (?, ?) on conflict do nothing',
            [$integration_id, $tenant],
        );
        return $this->database->one('select tenant from integrations where integration_id = ?', [$integration_id])->tenant;
    }

    public function row(int $number): object
    {
        return $this->database->one('select * from onboardings where number = ?', [$number]);
    }

    /** Null for an id that is unknown and for another tenant's: nobody can tell them apart. */
    public function find(string $tenant, string $onboarding_id): ?object
    {
        return $this->database->one(
            'select * from onboardings where tenant = ? and onboarding_id = ?',
            [$tenant, $onboarding_id],
        );
    }

    public function isBound(string $onboarding_id): bool
    {
        return $this->database->one('select 1 from onboardings where onboarding_id = ?', [$onboarding_id]) !== null;
    }

    /** Newest first, from behind a position on. */
    public function page(string $tenant, int $before, int $limit): array
    {
        return $this->database->all(
            "select * from onboardings where tenant = ? and number < ? and onboarding_id is not null
             and outcome is not 'deleted' order by number desc limit ?",
            [$tenant, $before, $limit],
        );
    }

    /** What may still be completed; a deletion may not have taken. In any order, so that a few bad ones starve nobody. */
    public function pending(): array
    {
        return $this->database->all(
            "select * from onboardings where onboarding_id is not null and expiration_date > ?
             and (outcome is null or outcome = 'deleted') order by random()",
            [now() - self::GRACE],
        );
    }

    /** True: it is the caller's turn to ask Edlink, which is once a second for each onboarding. */
    public function takeTurn(object $row): bool
    {
        $turn = $this->database->one(
            'update onboardings set asked_at = ? where number = ? and asked_at <= ? returning number',
            [now(), $row->number, now() - 1000],
        );
        return $turn !== null;
    }

    /** What Edlink has answered; null: it knows no such onboarding. An older answer changes nothing. */
    public function remember(object $row, ?array $onboarding, int $askedAt): void
    {
        $this->database->one(
            'update onboardings set answer = ?, answered_at = ? where number = ? and answered_at <= ?',
            [$onboarding === null ? null : json_encode($onboarding), $askedAt, $row->number, $askedAt],
        );
    }

    /** The same for ever: the first that was offered. */
    public function secret(): string
    {
        $this->database->one(
            "insert into notes (name, value) values ('secret', ?) on conflict do nothing",
            [bin2hex(random_bytes(32))],
        );
        return $this->database->one("select value from notes where name = 'secret'")->value;
    }

    public function pausedUntil(): int
    {
        return (int) ($this->database->one("select value from notes where name = 'paused_until'")->value ?? 0);
    }

    /** Of two pauses the longer one counts. */
    public function pause(int $until): void
    {
        $this->database->one(
            "insert into notes (name, value) values ('paused_until', ?) on conflict (name)
             do update set value = max(cast(value as integer), cast(excluded.value as integer))",
            [$until],
        );
    }

    private function lease(): array
    {
        return [bin2hex(random_bytes(16)), now() + self::LEASE];
    }
}
