# frozen_string_literal: true

require 'json'
require 'securerandom'
require 'sqlite3'

# What the proxy remembers. Nothing here reads in order to write: whoever comes second fails at a constraint of the
# schema or changes no row, so any number of threads and processes may share it, each with a store of its own.
class Store
  # Milliseconds: longer than all steps of a creation together.
  LEASE = 60_000
  LIFETIME = 72 * 3_600_000
  # Past its date somebody may still be in the form.
  GRACE = 600_000
  # Times 10 ms: how long to wait for another's writing.
  PATIENCE = 1000

  # Milliseconds since 1970.
  def self.now
    Process.clock_gettime(Process::CLOCK_REALTIME, :millisecond)
  end

  # For the length of a block.
  def self.open(path)
    database = SQLite3::Database.new(path, results_as_hash: true)
    # `busy_timeout` would sleep with Ruby's lock held, and so keep the thread from ending that is waited for.
    database.busy_handler { |count| sleep(0.01) && count < PATIENCE }
    database.execute_batch('pragma foreign_keys = on')
    database.execute_batch(File.read(File.expand_path('../schema.sql', __dir__)))
    yield new(database)
  ensure
    database&.close
  end

  def initialize(database)
    @database = database
  end

  # What a key of this tenant stands for, with the fingerprint it came with.
  def by_key(tenant, key)
    one('select onboardings.*, fingerprint from onboardings join idempotency_keys using (number)
         where idempotency_keys.tenant = ? and key = ?', tenant, key)
  end

  def live(tenant, provider_id)
    one('select * from onboardings where tenant = ? and provider_id = ? and is_live = 1', tenant, provider_id)
  end

  # Written before anything is sent. Nil: somebody else was faster, or has this very millisecond.
  def claim(starter, key, fingerprint, provider_id)
    unless_taken do
      row = one('insert into onboardings
                 (tenant, actor, provider_id, created_at, expiration_date, lease, leased_until)
                 values (?, ?, ?, ?, ?, ?, ?) returning *',
                starter.tenant, starter.actor, provider_id, now, now + LIFETIME, *new_lease)
      one('insert into idempotency_keys (tenant, key, fingerprint, number) values (?, ?, ?, ?)',
          starter.tenant, key, fingerprint, row['number'])
      row
    end
  end

  # The right to go on with a creation that nobody is at. Nil: somebody is.
  def take_over(row)
    unless_taken do
      one('update onboardings set lease = ?, leased_until = ?,
           expiration_date = case when expiration_date > ? then expiration_date else ? end
           where number = ? and onboarding_id is null and outcome is null and leased_until <= ? returning *',
          *new_lease, now, now + LIFETIME, row['number'], now)
    end
  end

  # Gives the right back and keeps the claim, so that the next request of this key looks for a lost answer.
  def yield_lease(row)
    one('update onboardings set leased_until = 0 where number = ? and lease = ?', row['number'], row['lease'])
  end

  # Forgets a claim whose creation was certainly refused.
  def release(row)
    one('delete from onboardings where number = ? and lease = ? and onboarding_id is null', row['number'], row['lease'])
  end

  # Writes Edlink's id down, once for a claim and once for an id. Nil: one of them has another already.
  def bind(row, onboarding)
    unless_taken do
      one('update onboardings set onboarding_id = ?, answer = ?, answered_at = ?
           where number = ? and onboarding_id is null and outcome is null returning *',
          onboarding['id'], JSON.generate(onboarding), now, row['number'])
    end
  end

  # From its answer on, a key stands for the onboarding it was answered with, although another key began it.
  def join(row, key, fingerprint)
    one('insert into idempotency_keys (tenant, key, fingerprint, number) values (?, ?, ?, ?) on conflict do nothing',
        row['tenant'], key, fingerprint, row['number'])
  end

  # No click is given it any more; it may still be completed.
  def set_aside(row)
    one('update onboardings set is_live = 0 where number = ?', row['number'])
  end

  # A connection is final, and so is a conflict.
  def finish(row, outcome)
    one("update onboardings set outcome = ?, is_live = 0
         where number = ? and (outcome is null or outcome = 'deleted')", outcome, row['number'])
  end

  # Whose integration it is: the first tenant's to come with it.
  def owner_of(integration_id, tenant)
    one('insert into integrations (integration_id, tenant) values (?, ?) on conflict do nothing', integration_id, tenant)
    one('select tenant from integrations where integration_id = ?', integration_id)['tenant']
  end

  def row(number)
    one('select * from onboardings where number = ?', number)
  end

  # Nil for an id that is unknown and for another tenant's: nobody can tell them apart.
  def find(tenant, onboarding_id)
    one('select * from onboardings where tenant = ? and onboarding_id = ?', tenant, onboarding_id)
  end

  def bound?(onboarding_id)
    !one('select 1 from onboardings where onboarding_id = ?', onboarding_id).nil?
  end

  # Newest first, from behind a position on.
  def page(tenant, before, limit)
    @database.execute("select * from onboardings where tenant = ? and (number < ?2 or ?2 is null)
                       and onboarding_id is not null and outcome is not 'deleted' order by number desc limit ?3",
                      [tenant, before, limit])
  end

  # What may still be completed; a deletion may not have taken. In any order, so that a few bad ones starve nobody.
  def pending
    @database.execute("select * from onboardings where onboarding_id is not null and expiration_date > ?
                       and (outcome is null or outcome = 'deleted') order by random()", [now - GRACE])
  end

  # True: it is the caller's turn to ask Edlink, which is once a second for each onboarding.
  def take_turn?(row)
    turn = one('update onboardings set asked_at = ? where number = ? and asked_at <= ? returning number',
               now, row['number'], now - 1000)
    !turn.nil?
  end

  # What Edlink has answered; nil: it knows no such onboarding. An older answer changes nothing.
  def remember(row, onboarding, asked_at)
    one('update onboardings set answer = ?, answered_at = ? where number = ? and answered_at <= ?',
        onboarding && JSON.generate(onboarding), asked_at, row['number'], asked_at)
  end

  # The same for ever: the first that was offered.
  def secret
    one("insert into notes (name, value) values ('secret', ?) on conflict do nothing", SecureRandom.hex(32))
    one("select value from notes where name = 'secret'")['value']
  end

  def paused_until
    one("select value from notes where name = 'paused_until'").to_h['value'].to_i
  end

  # Of two pauses the longer one counts.
  def pause(until_)
    one("insert into notes (name, value) values ('paused_until', ?) on conflict (name)
         do update set value = max(cast(value as integer), cast(excluded.value as integer))", until_)
  end

  private

  def now
    Store.now
  end

  def new_lease
    [SecureRandom.hex(16), now + LEASE]
  end

  def one(sql, *values)
    @database.execute(sql, values).first
  end

  # Does it as a whole. Nil: nothing was done, because a unique value is taken already.
  def unless_taken
    result = nil
    @database.transaction { result = yield }
    result
  rescue SQLite3::ConstraintException
    nil
  end
end
