# frozen_string_literal: true

# What becomes of an onboarding.
class Completion
  def initialize(store)
    @store = store
  end

  # Tells you of a connection before anybody else hears of it.
  def settle(row, onboarding)
    integration_id = onboarding['integration_id']
    return if onboarding['state'] != 'completed' || integration_id.nil?

    outcome = @store.row(row['number'])['outcome']
    return if outcome == 'connected'

    ours = @store.owner_of(integration_id, row['tenant']) == row['tenant']
    tell_host(row, integration_id, ours) unless outcome == 'conflict'
    raise Problem, :integration_conflict unless ours
  end

  # Whether a browser may still be given it. Edlink has no state for expired ones.
  def self.usable?(row, onboarding)
    date = onboarding['expiration_date']
    expires_at = date ? EdlinkAnswers.milliseconds(date) : row['expiration_date']
    onboarding['state'] == 'completed' || expires_at > Store.now
  end

  private

  def tell_host(row, integration_id, ours)
    starter = Host::Caller.new(row['tenant'], row['actor'])
    Host.public_send(ours ? :on_connected : :on_conflict, starter, row['onboarding_id'], integration_id)
    @store.finish(row, ours ? 'connected' : 'conflict')
  rescue StandardError => e
    warn "not told: #{e.class}"
    raise Problem.new(:host_not_ready, retry_after: 5)
  end
end
