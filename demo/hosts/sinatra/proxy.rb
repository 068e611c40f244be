# frozen_string_literal: true

# A token proxy for `<connect-district proxy="/edlink">`. What is yours to replace is in host.rb.

require 'json'
require 'sinatra/base'
require 'time'
require_relative 'parts'

# The four routes. The table is closed: another method or path does not exist.
class Proxy < Sinatra::Base
  # `guard` is stricter than Rack's protection, and refuses with a problem that the element can read.
  disable :protection, :show_exceptions, :raise_errors, :dump_errors, :x_cascade
  # Where your pages are, such as `https://app.example`.
  set :origins, ENV.fetch('ORIGINS').downcase.split(',')

  before do
    headers 'Cache-Control' => 'no-store', 'X-Content-Type-Options' => 'nosniff', 'Date' => Time.now.httpdate
    asked.guard
  end

  post('/onboardings') do
    with_onboardings do |onboardings|
      code, onboarding = onboardings.create(asked.key, asked.fields)
      status code
      json onboarding
    end
  end

  get('/onboardings') do
    with_onboardings { |onboardings| json onboardings.list(request.query_string) }
  end

  get('/onboardings/:id') do |id|
    with_onboardings(id) { |onboardings| json onboardings.read(id.downcase, fresh: asked.wants_fresh?) }
  end

  delete('/onboardings/:id') do |id|
    with_onboardings(id) do |onboardings|
      onboardings.delete(id.downcase)
      halt 204
    end
  end

  not_found { problem(Problem.new(:not_found)) }
  error(Problem) { |error| problem(error) }
  error do |error|
    # Not its message: there may be anything in it.
    warn error.class
    problem(Problem.new(:host_not_ready, status: 500))
  end

  private

  def asked
    options = { origins: settings.origins, application_id: Parts.application_id }
    @asked ||= BrowserRequest.new(request, **options)
  end

  # An id that is no UUID gets no further than here.
  def with_onboardings(id = nil)
    raise Problem, :not_found unless id.nil? || EdlinkAnswers.uuid?(id)

    starter = Host.authorize(request) or raise Problem, :unauthorized
    Parts.open { |store, edlink| yield Onboardings.new(store, edlink, starter) }
  end

  def json(body)
    content_type 'application/json'
    JSON.generate(body)
  end

  def problem(problem)
    status problem.http_status
    content_type 'application/problem+json'
    headers 'Retry-After' => problem.retry_after.to_s if problem.retry_after
    problem.to_json
  end
end
