<?php

declare(strict_types=1);

/** A request that ends in an answer of RFC 9457. All of its texts are ours; nothing of Edlink's answers is in it. */
class Problem extends Exception
{
    private const STATUSES = [
        'unauthorized' => 401,
        'forbidden' => 403,
        'not_found' => 404,
        'conflict' => 409,
        'integration_conflict' => 409,
        'not_allowed' => 422,
        'invalid_request' => 422,
        'rate_limited' => 429,
        'upstream_unavailable' => 502,
        'upstream_credentials' => 502,
        'invalid_response' => 502,
        'host_not_ready' => 503,
    ];

    public readonly int $status;

    /**
     * @param string $problem one of the contract's codes
     * @param ?string $field the member of the request that is to blame
     * @param ?int $retryAfter seconds
     */
    public function __construct(
        public readonly string $problem,
        ?int $status = null,
        public readonly ?string $field = null,
        public readonly ?int $retryAfter = null,
    ) {
        parent::__construct($problem);
        $this->status = $status ?? self::STATUSES[$problem];
    }
}

/** Edlink did not do what it was asked; unless that is certain, it may have done it all the same. */
final class EdlinkFailure extends Problem
{
    public function __construct(
        string $problem,
        public readonly bool $isCertain,
        ?int $status = null,
        ?string $field = null,
        ?int $retryAfter = null,
    ) {
        parent::__construct($problem, $status, $field, $retryAfter);
    }

    public function retriedAfter(int $seconds): self
    {
        return new self($this->problem, $this->isCertain, $this->status, $this->field, $this->retryAfter ?? $seconds);
    }
}
