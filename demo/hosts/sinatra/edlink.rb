# frozen_string_literal: true

require 'json'
require 'net/http'
require 'openssl'
require 'time'
require 'timeout'
require 'uri'

# The four calls. Every request is built from scratch, every answer is rebuilt field by field.
class Edlink
  # Seconds for a whole call.
  TIMEOUT = 10
  # Bytes of an answer that are read.
  LONGEST_ONE = 65_536
  LONGEST_LIST = 8_388_608
  PAGE = 1000
  # Seconds: for a 429 that does not say, and the longest that is believed.
  USUAL_PAUSE = 5
  LONGEST_PAUSE = 600

  JSON_TYPE = %r{\Aapplication/([\w.-]+\+)?json\s*(;|\z)}i.freeze
  BASE_URL = %r{\A(https://[^/?#]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)\z}i.freeze
  REQUESTS = { get: Net::HTTP::Get, post: Net::HTTP::Post, delete: Net::HTTP::Delete }.freeze
  NETWORK_ERRORS = [SystemCallError, IOError, SocketError, OpenSSL::SSL::SSLError, Net::ProtocolError,
                    Net::HTTPBadResponse, Net::HTTPHeaderSyntaxError].freeze

  attr_reader :application_id

  def initialize(store, base_url:, token:, team_id:, application_id:)
    raise ArgumentError, 'EDLINK_BASE_URL is no https: origin' unless base_url.match?(BASE_URL)

    @store = store
    @token = token
    @application_id = application_id.downcase
    @onboardings = "#{base_url}/api/v1/teams/#{team_id}/onboardings"
  end

  def create(fields, idempotency)
    body = fields.merge('application_id' => application_id)
    onboarding = EdlinkAnswers.onboarding(call(:post, query: { '$idempotency' => idempotency }, body: body))
    onboarding['application_id'] == application_id ? onboarding : raise(EdlinkAnswers.unusable)
  end

  def read(id)
    onboarding = EdlinkAnswers.onboarding(call(:get, "/#{id}"))
    onboarding['id'] == id ? onboarding : raise(EdlinkAnswers.unusable)
  end

  # Whether success has a body is not documented.
  def delete(id)
    call(:delete, "/#{id}")
  end

  # Looks for what an unanswered creation may have left. Nothing on an onboarding can carry an id of ours, so the exact
  # millisecond of its date is the mark; anything less exact is never adopted.
  def find_by_date(date)
    deadline = Store.now + (1000 * TIMEOUT)
    query = { '$first' => PAGE }
    while Store.now < deadline
      page = call(:get, query: query, longest: LONGEST_LIST)
      raise EdlinkAnswers.unusable unless page['$data'].is_a?(Array)

      found = page['$data'].find { |row| marked?(row, date) }
      return EdlinkAnswers.onboarding(found) if found

      query['$cursor'] = next_cursor(page['$next']) or return
    end
  end

  private

  def marked?(row, date)
    row.is_a?(Hash) && EdlinkAnswers.uuid?(row['id']) &&
      row['application_id'].to_s.casecmp?(application_id) &&
      EdlinkAnswers.milliseconds(row['expiration_date'].to_s) == date &&
      !@store.bound?(row['id'].downcase)
  end

  # `$next` is a URL that Edlink chose. It is not followed: only its cursor is taken into one of ours.
  def next_cursor(url)
    URI.decode_www_form(url.to_s[/\?([^#]*)/, 1].to_s).to_h['$cursor']
  rescue ArgumentError
    nil
  end

  def call(method, path = '', query: {}, body: nil, longest: LONGEST_ONE)
    obey_pause
    status, type, retry_after, text = exchange(request(method, path, query, body), longest)
    raise rate_limited(retry_after.to_s) if status == 429

    answer = parse(text) if JSON_TYPE.match?(type.to_s)
    unless status.between?(200, 299)
      raise EdlinkAnswers.failure(status, answer, one: path != '', creation: method == :post)
    end
    return if method == :delete && text.empty?
    raise EdlinkAnswers.unusable if !answer.is_a?(Hash) || answer['$error'] || Array(answer['$errors']).any?

    answer
  end

  def request(method, path, query, body)
    uri = URI("#{@onboardings}#{path}")
    uri.query = URI.encode_www_form(query) if query.any?
    headers = { 'Authorization' => "Bearer #{@token}", 'Accept' => 'application/json', 'Accept-Encoding' => 'identity' }
    headers['Content-Type'] = 'application/json' if body
    request = REQUESTS.fetch(method).new(uri, headers)
    request.delete('User-Agent')
    request.body = JSON.generate(body) if body
    request
  end

  # Status, media type, `Retry-After`, body. Redirects are not followed, and nothing is sent twice: a retry of the
  # library's own would be one that nobody knows of.
  def exchange(request, longest)
    http = Net::HTTP.new(request.uri.host, request.uri.port, nil)
    http.use_ssl = request.uri.scheme == 'https'
    http.max_retries = 0
    text = +''
    # Net::HTTP's own time-outs begin anew with every byte.
    response = Timeout.timeout(TIMEOUT) do
      http.start { http.request(request) { |begun| begun.read_body { |part| append(text, part, longest) } } }
    end
    [response.code.to_i, response['Content-Type'], response['Retry-After'], text]
  rescue Timeout::Error
    raise EdlinkFailure.new(:upstream_unavailable, certain: false, status: 504)
  rescue *NETWORK_ERRORS
    raise EdlinkFailure.new(:upstream_unavailable, certain: false)
  end

  # Counted while reading, because a `Content-Length` may lie.
  def append(text, part, longest)
    text << part
    raise EdlinkAnswers.unusable if text.bytesize > longest
  end

  def parse(text)
    JSON.parse(text.force_encoding(Encoding::UTF_8))
  rescue JSON::ParserError, EncodingError
    nil
  end

  # A 429 is for the whole team, so everybody obeys it.
  def obey_pause
    pause = @store.paused_until - Store.now
    raise EdlinkFailure.new(:rate_limited, certain: true, retry_after: (pause / 1000.0).ceil) if pause.positive?
  end

  def rate_limited(retry_after)
    seconds = seconds_in(retry_after).clamp(1, LONGEST_PAUSE)
    @store.pause(Store.now + (1000 * seconds))
    EdlinkFailure.new(:rate_limited, certain: true, retry_after: seconds)
  end

  def seconds_in(retry_after)
    retry_after.match?(/\A\d+\z/) ? retry_after.to_i : (Time.httpdate(retry_after) - Time.now).ceil
  rescue ArgumentError
    USUAL_PAUSE
  end
end
