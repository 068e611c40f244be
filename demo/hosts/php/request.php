<?php

// What a browser may ask, and how. Whatever is not named here does not reach Edlink.

declare(strict_types=1);

/** Against forged requests: no form and no link of another site can send this header. Nothing is derived from `Host`. */
function guard(): void
{
    $site = request_header('Sec-Fetch-Site');
    $origin = request_header('Origin');
    $isOurs = match (true) {
        $site === 'same-origin' => true,
        $origin !== null => in_array($origin, our_origins(), true),
        // With neither it is no browser, and the custom header alone decides.
        default => $site === null,
    };
    if (request_header('X-Requested-With') !== 'connect-district' || !$isOurs) {
        throw new Problem('forbidden');
    }
}

function request_header(string $name): ?string
{
    $name = strtoupper(strtr($name, '-', '_'));
    return $_SERVER["HTTP_$name"] ?? $_SERVER[$name] ?? null;
}

/** Where your pages are, such as `https://app.example`. */
function our_origins(): array
{
    return explode(',', strtolower(setting('ORIGINS')));
}

function read_key(): string
{
    $key = request_header('Idempotency-Key') ?? '';
    return preg_match('/^[\w.~-]{16,128}$/D', $key) ? $key : throw new Problem('invalid_request', field: 'Idempotency-Key');
}

function wants_fresh(): bool
{
    return preg_match('/\bno-cache\b/i', request_header('Cache-Control') ?? '') === 1;
}

/**
 * The members of a new onboarding that a browser may set. Not among them: `automatic_approval` (it affects the bill),
 * `team_id` (somebody's district), `expiration_date`, another `application_id`.
 */
function read_fields(string $applicationId): array
{
    $fields = [];
    foreach (read_body() as $name => $value) {
        $fields[$name] = match (true) {
            $name === 'provider_id' => is_uuid($value)
                ? strtolower($value)
                : throw new Problem('invalid_request', field: $name),
            $name === 'redirect_uri' => read_redirect($value),
            $name === 'application_id' && is_string($value) && strtolower($value) === $applicationId => $applicationId,
            default => throw new Problem('not_allowed', field: substr((string) $name, 0, 100)),
        };
    }
    // The order of a body's members is no part of what it says.
    ksort($fields);
    return $fields;
}

/** The origin is compared, never a prefix, and nothing is let through that two parsers could read differently. */
function read_redirect(mixed $url): string
{
    if (!is_string($url)) {
        throw new Problem('invalid_request', field: 'redirect_uri');
    }
    $isPlain = preg_match('#^(https?://[a-z\d.-]+(:\d+)?)([/?\#][!-\[\]-~]*)?$#iD', $url, $found);
    if (!$isPlain || !in_array(strtolower($found[1]), our_origins(), true) || strlen($url) > 2048) {
        throw new Problem('not_allowed', field: 'redirect_uri');
    }
    return $url;
}

function read_body(): array
{
    $type = strtolower(trim(explode(';', request_header('Content-Type') ?? '')[0]));
    if ($type !== 'application/json') {
        throw new Problem('invalid_request', 415);
    }
    $text = file_get_contents('php://input', length: 8193);
    if (strlen($text) > 8192) {
        throw new Problem('invalid_request', 413);
    }
    $body = json_decode($text);
    return $body instanceof stdClass ? (array) $body : throw new Problem('invalid_request');
}
