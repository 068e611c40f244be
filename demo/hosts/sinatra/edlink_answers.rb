# frozen_string_literal: true

require 'time'

# What Edlink says, in the contract's words.
module EdlinkAnswers
  NO_ID = '00000000-0000-0000-0000-000000000000'
  UUID = /\A\h{8}(-\h{4}){3}-\h{12}\z/.freeze
  REFERENCES = %w[application_id provider_id user_id team_id integration_id].freeze
  KNOWN_CODES = %w[INVALID_TOKEN EXPIRED_TOKEN NO_PERMISSION NOT_FOUND UNKNOWN_PROVIDER INTERNAL].freeze
  CODES_OF_STATUS = { 401 => 'INVALID_TOKEN', 403 => 'NO_PERMISSION', 404 => 'NOT_FOUND' }.freeze
  # Behind these a creation may be under way.
  UNCLEAR = [408, 409, 425, 499].freeze

  module_function

  def uuid?(value)
    value.is_a?(String) && value.match?(UUID) && value != NO_ID
  end

  # An onboarding, bare or in `$data`. Only these fields exist, so an `access_token` never gets any further.
  def onboarding(answer)
    data = answer.is_a?(Hash) ? answer.fetch('$data', answer) : nil
    raise unusable unless data.is_a?(Hash) && uuid?(data['id']) && data['state'].is_a?(String)

    onboarding = {
      'id' => data['id'].downcase,
      'state' => data['state'],
      'redirect_uri' => read(data, 'redirect_uri', String),
      'expiration_date' => read(data, 'expiration_date', String),
      'automatic_approval' => read(data, 'automatic_approval', TrueClass, FalseClass)
    }
    raise unusable if onboarding['expiration_date'] && milliseconds(onboarding['expiration_date']).nil?

    onboarding.merge(REFERENCES.to_h { |name| [name, reference(data[name])] })
  end

  def read(data, name, *kinds)
    value = data[name]
    value.nil? || kinds.any? { |kind| value.is_a?(kind) } ? value : raise(unusable)
  end

  # The zero UUID means none. Lower case, so that two spellings are one id.
  def reference(value)
    return if value.nil? || value == NO_ID

    uuid?(value) ? value.downcase : raise(unusable)
  end

  # ISO 8601 in milliseconds since 1970; nil when it is none.
  def milliseconds(text)
    (Time.iso8601(text).to_r * 1000).floor
  rescue ArgumentError
    nil
  end

  def iso_date(milliseconds)
    Time.at(Rational(milliseconds, 1000)).utc.iso8601(3)
  end

  # A 2xx that cannot be understood: it may well have happened.
  def unusable
    EdlinkFailure.new(:invalid_response, certain: false)
  end

  # Edlink's code comes before the status, because it answers nearly every error with 400.
  def failure(status, answer, one:, creation:)
    code = error_code(answer) if status < 500
    case KNOWN_CODES.include?(code) ? code : CODES_OF_STATUS[status]
    when 'NOT_FOUND'
      # Without an id in the path it is our own team that is not found.
      EdlinkFailure.new(one ? :not_found : :upstream_credentials, certain: true)
    when 'INVALID_TOKEN', 'EXPIRED_TOKEN', 'NO_PERMISSION'
      EdlinkFailure.new(:upstream_credentials, certain: true)
    when 'UNKNOWN_PROVIDER'
      EdlinkFailure.new(:invalid_request, certain: true, field: 'provider_id')
    else
      unclear = code == 'INTERNAL' || (creation && UNCLEAR.include?(status))
      EdlinkFailure.new(:upstream_unavailable, certain: status.between?(400, 499) && !unclear)
    end
  end

  # From `$errors`, or a singular `$error` that is an object or a text.
  def error_code(answer)
    return unless answer.is_a?(Hash)

    error = Array(answer['$errors']).first || answer['$error']
    error.is_a?(Hash) ? error['code'] : error
  end
end
