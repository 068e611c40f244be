<?php

// What becomes of an onboarding.

declare(strict_types=1);

/** Tells you of a connection before anybody else hears of it. */
function settle(Store $store, object $row, array $onboarding): void
{
    $integration_id = $onboarding['integration_id'];
    if ($onboarding['state'] !== 'completed' || $integration_id === null) {
        return;
    }
    $outcome = $store->row($row->number)->outcome;
    if ($outcome === 'connected') {
        return;
    }
    $starter = new Caller($row->tenant, $row->actor);
    $isOurs = $store->ownerOf($integration_id, $row->tenant) === $row->tenant;
    if ($outcome !== 'conflict') {
        tell_host($isOurs ? on_connected(...) : on_conflict(...), $starter, $onboarding);
        $store->finish($row, $isOurs ? 'connected' : 'conflict');
    }
    if (!$isOurs) {
        throw new Problem('integration_conflict');
    }
}

function tell_host(callable $tell, Caller $starter, array $onboarding): void
{
    try {
        $tell($starter, $onboarding['id'], $onboarding['integration_id']);
    } catch (Throwable $error) {
        error_log('not told: ' . $error::class . " at {$error->getFile()}:{$error->getLine()}");
        throw new Problem('host_not_ready', retryAfter: 5);
    }
}

/** Whether a browser may still be given it. Edlink has no state for expired ones. */
function is_usable(array $onboarding, object $row): bool
{
    $date = read_date($onboarding['expiration_date'] ?? '') ?? $row->expiration_date;
    return $onboarding['state'] === 'completed' || $date > now();
}

/** Milliseconds since 1970. */
function now(): int
{
    return (int) (microtime(true) * 1000);
}

function iso_date(int $milliseconds): string
{
    return gmdate('Y-m-d\TH:i:s', intdiv($milliseconds, 1000)) . sprintf('.%03dZ', $milliseconds % 1000);
}
