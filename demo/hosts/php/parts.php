<?php

// What both the proxy and the sweep are made of.

declare(strict_types=1);

$files = ['problem', 'host', 'request', 'list-query', 'database', 'store', 'edlink-answers', 'edlink', 'reading'];
foreach ([...$files, 'completion', 'creation', 'onboardings'] as $file) {
    require_once __DIR__ . "/$file.php";
}

ini_set('display_errors', '0');
// A 204 would be said to be a page.
ini_set('default_mimetype', '');
set_error_handler(fn ($level, $message, $file, $line) => throw new ErrorException($message, 0, $level, $file, $line));

function open_store(): Store
{
    return new Store(new Database(setting('DATABASE_PATH')));
}

function open_edlink(Store $store): Edlink
{
    return new Edlink(
        $store,
        token: setting('EDLINK_TOKEN'),
        applicationId: strtolower(setting('EDLINK_APPLICATION_ID')),
        teamId: setting('EDLINK_TEAM_ID'),
        baseUrl: setting('EDLINK_BASE_URL'),
    );
}
