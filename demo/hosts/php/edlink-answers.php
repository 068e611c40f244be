<?php

// What Edlink says, in the contract's words.

declare(strict_types=1);

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The id of a thing that exists. */
function is_uuid(mixed $id): bool
{
    return is_string($id) && $id !== NO_ID && preg_match('/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iD', $id) === 1;
}

/** An onboarding, bare or in `$data`. Only these fields exist, so an `access_token` never gets any further. */
function read_onboarding(mixed $answer): array
{
    $answer = is_array($answer) ? $answer['$data'] ?? $answer : null;
    $id = read_id($answer['id'] ?? null);
    $state = $answer['state'] ?? null;
    if ($id === null || !is_string($state)) {
        throw unusable_answer();
    }
    $approval = $answer['automatic_approval'] ?? null;
    $onboarding = [
        'id' => $id,
        'state' => $state,
        'redirect_uri' => read_text($answer['redirect_uri'] ?? null),
        'expiration_date' => read_text($answer['expiration_date'] ?? null),
        'automatic_approval' => $approval === null || is_bool($approval) ? $approval : throw unusable_answer(),
    ];
    if ($onboarding['expiration_date'] !== null && read_date($onboarding['expiration_date']) === null) {
        throw unusable_answer();
    }
    foreach (['application_id', 'provider_id', 'user_id', 'team_id', 'integration_id'] as $field) {
        $onboarding[$field] = read_id($answer[$field] ?? null);
    }
    return $onboarding;
}

/** The zero UUID means none. Lower case, so that two spellings are one id. */
function read_id(mixed $id): ?string
{
    return match (true) {
        $id === null, $id === NO_ID => null,
        is_uuid($id) => strtolower($id),
        default => throw unusable_answer(),
    };
}

function read_text(mixed $text): ?string
{
    return $text === null || is_string($text) ? $text : throw unusable_answer();
}

/** ISO 8601 in milliseconds; null when it is none. */
function read_date(string $text): ?int
{
    try {
        return preg_match('/^\d{4}-/', $text) ? (int) (new DateTimeImmutable($text))->format('Uv') : null;
    } catch (Exception) {
        return null;
    }
}

/** A 2xx that cannot be understood: it may well have happened. */
function unusable_answer(): EdlinkFailure
{
    return new EdlinkFailure('invalid_response', false);
}

/** Edlink's code comes before the status, because it answers nearly every error with 400. */
function failure_of(int $status, mixed $answer, bool $isOne, bool $isCreation): EdlinkFailure
{
    $error = $answer['$errors'][0] ?? $answer['$error'] ?? null;
    $code = is_array($error) ? $error['code'] ?? null : $error;
    $known = ['INVALID_TOKEN', 'EXPIRED_TOKEN', 'NO_PERMISSION', 'NOT_FOUND', 'UNKNOWN_PROVIDER', 'INTERNAL'];
    $cause = $status < 500 && in_array($code, $known, true) ? $code : $status;
    return match ($cause) {
        'INVALID_TOKEN', 'EXPIRED_TOKEN', 'NO_PERMISSION', 401, 403
            => new EdlinkFailure('upstream_credentials', true),
        // Without an id in the path it is our own team that is not found.
        'NOT_FOUND', 404 => new EdlinkFailure($isOne ? 'not_found' : 'upstream_credentials', true),
        'UNKNOWN_PROVIDER' => new EdlinkFailure('invalid_request', true, field: 'provider_id'),
        'INTERNAL' => new EdlinkFailure('upstream_unavailable', false),
        // Behind these a creation may be under way.
        408, 409, 425, 499 => new EdlinkFailure('upstream_unavailable', !$isCreation),
        default => new EdlinkFailure('upstream_unavailable', $status >= 400 && $status < 500),
    };
}
