# frozen_string_literal: true

# A request that ends in an answer of RFC 9457. All of its texts are ours; nothing of Edlink's answers is in it. `field`
# is the member of the request that is to blame, `retry_after` is in seconds.
class Problem < StandardError
  STATUSES = {
    unauthorized: 401,
    forbidden: 403,
    not_found: 404,
    conflict: 409,
    integration_conflict: 409,
    not_allowed: 422,
    invalid_request: 422,
    rate_limited: 429,
    upstream_unavailable: 502,
    upstream_credentials: 502,
    invalid_response: 502,
    host_not_ready: 503
  }.freeze

  attr_reader :code, :http_status, :field, :retry_after

  def initialize(code, status: STATUSES.fetch(code), field: nil, retry_after: nil)
    super(code.to_s)
    @code = code
    @http_status = status
    @field = field
    @retry_after = retry_after
  end

  def to_json(*)
    body = { type: 'about:blank', title: code.to_s.tr('_', ' '), status: http_status, code: code, field: field }
    JSON.generate(body.compact)
  end
end

# Edlink did not do what it was asked; unless that is certain, it may have done it all the same.
class EdlinkFailure < Problem
  def initialize(code, certain:, **notes)
    super(code, **notes)
    @certain = certain
  end

  def certain?
    @certain
  end

  def retried_after(seconds)
    notes = { status: http_status, field: field, retry_after: retry_after || seconds }
    EdlinkFailure.new(code, certain: certain?, **notes)
  end
end
