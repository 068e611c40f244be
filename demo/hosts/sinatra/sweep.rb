# frozen_string_literal: true

# For cron, every minute or so: you hear of a connection also when no browser is left to ask.

require_relative 'parts'

Parts.open do |store, edlink|
  reading = Reading.new(store, edlink)
  completion = Completion.new(store)
  store.pending.each do |row|
    onboarding = reading.fresh(row)
    completion.settle(row, onboarding) if onboarding
  rescue Problem => e
    warn "not looked after: #{e.code}"
    break if e.code == :rate_limited
  end
end
