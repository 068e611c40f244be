<?php

// A token proxy for <connect-district proxy="/edlink">: the front controller. What is yours to replace is in host.php.

declare(strict_types=1);

require_once __DIR__ . '/parts.php';

// A creation goes on although its browser has gone.
ignore_user_abort(true);
send(respond());

/** @return array{int, ?array, 2?: ?int} status, body, `Retry-After` */
function respond(): array
{
    try {
        guard();
        return route();
    } catch (Problem $problem) {
        return [$problem->status, problem_body($problem), $problem->retryAfter];
    } catch (Throwable $error) {
        // Not its message: there may be anything in it.
        error_log($error::class . " at {$error->getFile()}:{$error->getLine()}");
        return [500, problem_body(new Problem('host_not_ready', 500))];
    }
}

/** The table is closed: another method or path does not exist. An id that is no UUID gets no further than here. */
function route(): array
{
    $path = explode('?', $_SERVER['REQUEST_URI'])[0];
    $isOurs = preg_match('#^/edlink/onboardings(?:/([^/]+))?$#D', $path, $found);
    $id = $found[1] ?? null;
    $route = $_SERVER['REQUEST_METHOD'] . ($id === null ? '' : ' one');
    $isRoute = in_array($route, ['POST', 'GET', 'GET one', 'DELETE one'], true);
    if (!$isOurs || !$isRoute || $id !== null && !is_uuid($id)) {
        throw new Problem('not_found');
    }
    $caller = authorize() ?? throw new Problem('unauthorized');
    $store = open_store();
    $onboardings = new Onboardings($store, open_edlink($store), $caller);
    return match ($route) {
        'POST' => $onboardings->create(read_key(), read_fields(strtolower(setting('EDLINK_APPLICATION_ID')))),
        'GET' => $onboardings->list(new ListQuery($_SERVER['QUERY_STRING'] ?? '')),
        'GET one' => $onboardings->read(strtolower($id), wants_fresh()),
        'DELETE one' => $onboardings->delete(strtolower($id)),
    };
}

function problem_body(Problem $problem): array
{
    $body = ['type' => 'about:blank', 'title' => strtr($problem->problem, '_', ' '), 'status' => $problem->status];
    return $body + ['code' => $problem->problem] + array_filter(['field' => $problem->field]);
}

function send(array $answer): void
{
    [$status, $body] = $answer;
    http_response_code($status);
    header_remove('X-Powered-By');
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    if (isset($answer[2])) {
        header("Retry-After: $answer[2]");
    }
    if ($body !== null) {
        header('Content-Type: application/' . ($status < 400 ? 'json' : 'problem+json'));
        echo json_encode($body, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE);
    }
}
