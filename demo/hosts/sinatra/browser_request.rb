# frozen_string_literal: true

require 'json'

# What a browser may ask, and how. Whatever is not named here does not reach Edlink.
class BrowserRequest
  LONGEST_BODY = 8192
  LONGEST_URL = 2048
  URL = %r{\A(https?://[a-z\d.-]+(?::\d+)?)(?:[/?#][!-\[\]-~]*)?\z}i.freeze

  def initialize(request, origins:, application_id:)
    @request = request
    @origins = origins
    @application_id = application_id
  end

  # Against forged requests: no form and no link of another site can send this header. Nothing is derived from `Host`.
  def guard
    raise Problem, :forbidden unless header('X-Requested-With') == 'connect-district' && from_our_page?
  end

  def key
    key = header('Idempotency-Key').to_s
    key.match?(/\A[\w.~-]{16,128}\z/) ? key : raise(Problem.new(:invalid_request, field: 'Idempotency-Key'))
  end

  def wants_fresh?
    header('Cache-Control').to_s.match?(/\bno-cache\b/i)
  end

  # The members of a new onboarding that a browser may set. Not among them: `automatic_approval` (it affects the bill),
  # `team_id` (somebody's district), `expiration_date`, another `application_id`.
  def fields
    # The order of a body's members is no part of what it says.
    body.sort.to_h { |name, value| [name, field(name, value)] }
  end

  private

  def header(name)
    @request.get_header("HTTP_#{name.upcase.tr('-', '_')}")
  end

  def from_our_page?
    site = header('Sec-Fetch-Site')
    origin = header('Origin')
    return true if site == 'same-origin'
    return @origins.include?(origin) if origin

    # With neither it is no browser, and the custom header alone decides.
    site.nil?
  end

  def field(name, value)
    return value.downcase if name == 'provider_id' && EdlinkAnswers.uuid?(value)
    return value if name == 'redirect_uri' && our_page?(value)
    return @application_id if name == 'application_id' && value.to_s.casecmp?(@application_id)

    raise Problem.new(name == 'provider_id' ? :invalid_request : :not_allowed, field: name[0, 100])
  end

  # The origin is compared, never a prefix, and nothing is let through that two parsers could read differently.
  def our_page?(url)
    found = url.is_a?(String) && url.size <= LONGEST_URL && URL.match(url)
    found && @origins.include?(found[1].downcase)
  end

  def body
    raise Problem.new(:invalid_request, status: 415) unless @request.media_type == 'application/json'

    text = @request.body.read(LONGEST_BODY + 1).to_s
    raise Problem.new(:invalid_request, status: 413) if text.bytesize > LONGEST_BODY

    object = JSON.parse(text.dup.force_encoding(Encoding::UTF_8))
    object.is_a?(Hash) ? object : raise(Problem, :invalid_request)
  rescue JSON::ParserError, EncodingError
    raise Problem, :invalid_request
  end
end
