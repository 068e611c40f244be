<?php

// All that is yours: who is asking, and what happens when a district is connected. Replace it.

declare(strict_types=1);

/** The account (a district) somebody acts for, and who they are. */
final class Caller
{
    public function __construct(public readonly string $tenant, public readonly string $actor)
    {
    }
}

/**
 * YOUR SESSION HERE. Called on every request; null means that nobody is signed in. This demo believes a cookie that
 * anybody can write: replace it with your own sign-in before anything else.
 */
function authorize(): ?Caller
{
    return match ($_COOKIE['session'] ?? '') {
        'anna' => new Caller('usd-259', 'anna@usd259.example'),
        'ben' => new Caller('usd-500', 'ben@usd500.example'),
        default => null,
    };
}

/**
 * YOUR DATABASE HERE. Runs before any browser hears of the connection, at least once for each: so write, do not add.
 * If it throws, the browser is told to ask again, and so is this.
 */
function on_connected(Caller $starter, string $onboarding_id, string $integration_id): void
{
    $connection = ['tenant' => $starter->tenant, 'actor' => $starter->actor]
        + ['onboarding_id' => $onboarding_id, 'integration_id' => $integration_id];
    file_put_contents(setting('CONNECTIONS_FILE'), json_encode($connection) . "\n", FILE_APPEND | LOCK_EX);
}

/** Somebody has connected a system that is another account's already. Nobody is told that it is connected. */
function on_conflict(Caller $starter, string $onboarding_id, string $integration_id): void
{
    error_log("the integration $integration_id belongs to another account already");
}

/** A setting that is not there must stop the server and not weaken it. */
function setting(string $name): string
{
    $value = getenv($name);
    return is_string($value) && $value !== '' ? $value : throw new LogicException("$name is not set");
}
