<?php

declare(strict_types=1);

/** Reads of single onboardings. Whoever asks at about the same time shares an answer, also across processes. */
final class Reading
{
    /** Milliseconds that an answer is shared by those who do not insist on a fresh one. */
    private const SHARED = 5_000;
    /** Milliseconds to wait for a turn. */
    private const PATIENCE = 5_000;
    /** Milliseconds for which a 404 is a lagging replica's. */
    private const YOUTH = 10_000;

    public function __construct(private readonly Store $store, private readonly Edlink $edlink)
    {
    }

    /** @return ?array null: Edlink knows no such onboarding */
    public function recent(object $row): ?array
    {
        return $this->since($row, now() - self::SHARED);
    }

    /** True at the moment of asking, or later. */
    public function fresh(object $row): ?array
    {
        return $this->since($row, now());
    }

    private function since(object $row, int $moment): ?array
    {
        for ($end = now() + self::PATIENCE; now() < $end; usleep(50_000)) {
            $row = $this->store->row($row->number);
            if ($row->answered_at >= $moment || $row->outcome === 'connected') {
                return $row->answer === null ? null : json_decode($row->answer, true);
            }
            if ($this->store->takeTurn($row)) {
                return $this->ask($row);
            }
        }
        throw new Problem('upstream_unavailable', 503, retryAfter: 1);
    }

    private function ask(object $row): ?array
    {
        $askedAt = now();
        try {
            $onboarding = $this->edlink->read($row->onboarding_id);
        } catch (EdlinkFailure $failure) {
            if ($failure->problem !== 'not_found') {
                throw $failure;
            }
            $isYoung = $row->outcome === null && $askedAt - $row->created_at < self::YOUTH;
            $onboarding = $isYoung && $row->answer !== null ? json_decode($row->answer, true) : null;
        }
        $this->store->remember($row, $onboarding, $askedAt);
        return $onboarding;
    }
}
