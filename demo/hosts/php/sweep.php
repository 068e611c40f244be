<?php

// For cron, every minute or so: you hear of a connection also when no browser is left to ask.

declare(strict_types=1);

require_once __DIR__ . '/parts.php';

$store = open_store();
$reading = new Reading($store, open_edlink($store));
foreach ($store->pending() as $row) {
    try {
        $onboarding = $reading->fresh($row);
        $onboarding === null || settle($store, $row, $onboarding);
    } catch (Problem $problem) {
        error_log("not looked after: $problem->problem");
        if ($problem->problem === 'rate_limited') {
            break;
        }
    }
}
