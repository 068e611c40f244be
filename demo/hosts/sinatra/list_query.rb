# frozen_string_literal: true

require 'json'
require 'openssl'
require 'rack/utils'
require 'uri'

# `GET onboardings?…`, read strictly: a filter that was ignored would show more than was asked for.
class ListQuery
  FILTERS = %w[state provider_id application_id integration_id user_id].freeze
  MOST_IDS = 50
  USUAL_PAGE = 50
  LONGEST_PAGE = 100

  # Instead of a page: exactly these.
  attr_reader :ids

  def initialize(text, tenant:, secret:)
    # `params` would keep the last `id` only.
    values = URI.decode_www_form(text).group_by(&:first).transform_values { |pairs| pairs.map(&:last) }
    wrong = values.keys.find { |name| !good?(name, values[name]) }
    raise Problem.new(:invalid_request, field: wrong[0, 100]) if wrong

    @ids = values.fetch('id', []).map(&:downcase).uniq
    @given = values.except('id').transform_values(&:first)
    @tenant = tenant
    @secret = secret
    raise Problem.new(:invalid_request, field: 'cursor') if @given['cursor'] && @ids.any?
  rescue ArgumentError
    raise Problem, :invalid_request
  end

  def limit
    @given.fetch('limit', USUAL_PAGE).to_i
  end

  # Here and not at Edlink: how it takes filters is not documented, and one it ignored would go unnoticed.
  def matches?(onboarding)
    filters.all? { |name, value| onboarding[name] == value }
  end

  # Where the page begins; nil for the first.
  def position
    cursor = @given['cursor']
    return if cursor.nil?

    position = cursor.to_i
    return position if Rack::Utils.secure_compare(cursor_for(position), cursor)

    raise Problem.new(:invalid_request, field: 'cursor')
  end

  # Worth nothing to another tenant or with another filter.
  def cursor_for(position)
    "#{position}.#{OpenSSL::HMAC.hexdigest('SHA256', @secret, JSON.generate([position, @tenant, filters]))}"
  end

  private

  def filters
    FILTERS.filter_map { |name| [name, name == 'state' ? @given[name] : @given[name].downcase] if @given[name] }.to_h
  end

  def good?(name, values)
    return values.size <= MOST_IDS && values.all? { |id| EdlinkAnswers.uuid?(id) } if name == 'id'

    value = values.first
    values.one? && case name
                   when 'cursor' then true
                   when 'limit' then value.match?(/\A[1-9]\d{0,2}\z/) && value.to_i <= LONGEST_PAGE
                   when 'state' then value.match?(/\A\w{1,40}\z/)
                   else FILTERS.include?(name) && EdlinkAnswers.uuid?(value)
                   end
  end
end
