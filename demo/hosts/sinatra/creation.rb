# frozen_string_literal: true

require 'digest'
require 'json'
require 'openssl'

# `POST onboardings`: exactly one onboarding for a key, also when an answer is lost.
class Creation
  # While another process creates the same one: this often, with this many seconds between.
  TURNS = 40
  TURN = 0.06

  def initialize(store, edlink, reading)
    @store = store
    @edlink = edlink
    @reading = reading
  end

  # Whether it is new, what we know of it, what Edlink says of it.
  def obtain(starter, key, fields)
    fingerprint = Digest::SHA256.hexdigest(JSON.generate(fields))
    TURNS.times do
      obtained = take(starter, key, fingerprint, fields)
      if obtained
        @store.join(obtained[1], key, fingerprint)
        return obtained
      end
      sleep(TURN)
    end
    raise Problem.new(:upstream_unavailable, status: 503, retry_after: 1)
  end

  private

  # Nil: somebody else is at it, or the live one turned out to be of no use.
  def take(starter, key, fingerprint, fields)
    provider_id = fields.fetch('provider_id', '')
    own = own_row(starter, key, fingerprint)
    row = own || @store.live(starter.tenant, provider_id)
    if row.nil?
      claim = @store.claim(starter, key, fingerprint, provider_id)
      return claim && make(claim, fields, resumed: false)
    end
    return own ? again(row) : joined(row) if row['onboarding_id']

    claim = @store.take_over(row)
    claim && make(claim, fields, resumed: true)
  end

  def own_row(starter, key, fingerprint)
    row = @store.by_key(starter.tenant, key)
    raise Problem.new(:invalid_request, field: 'Idempotency-Key') if row && row['fingerprint'] != fingerprint
    raise key_has_ended if row && row['outcome']

    row
  end

  def key_has_ended
    Problem.new(:conflict, field: 'Idempotency-Key')
  end

  # The onboarding that this key stands for already.
  def again(row)
    onboarding = @reading.recent(row)
    raise key_has_ended unless onboarding && Completion.usable?(row, onboarding)

    [false, row, onboarding]
  end

  # The live one of another click. If it came to nothing, whoever clicks again wants to start again.
  def joined(row)
    onboarding = @reading.fresh(row)
    fruitless = onboarding && onboarding['state'] == 'completed' && onboarding['integration_id'].nil?
    return [false, row, onboarding] if onboarding && Completion.usable?(row, onboarding) && !fruitless

    @store.set_aside(row)
    nil
  end

  def make(claim, fields, resumed:)
    found = @edlink.find_by_date(claim['expiration_date']) if resumed
    onboarding = found || post(claim, fields, resumed)
    row = @store.bind(claim, onboarding) or raise EdlinkAnswers.unusable
    [true, row, onboarding]
  rescue EdlinkFailure => e
    # Told when to come back, the browser asks again with the same key.
    raise e.certain? ? e : e.retried_after(2)
  ensure
    @store.yield_lease(claim)
  end

  def post(claim, fields, resumed)
    date = EdlinkAnswers.iso_date(claim['expiration_date'])
    # What Edlink may remember for longer than we do: the claim is in it, and neither tenant nor key can be read.
    idempotency = OpenSSL::HMAC.hexdigest('SHA256', @store.secret, "idempotency #{claim['number']} #{date}")
    @edlink.create(fields.merge('expiration_date' => date), idempotency)
  rescue EdlinkFailure => e
    if e.certain?
      # An earlier attempt may have succeeded without anybody seeing it; then the claim has to stay.
      @store.release(claim) unless resumed
      raise
    end
    find_lost(claim) or raise
  end

  def find_lost(claim)
    @edlink.find_by_date(claim['expiration_date'])
  rescue EdlinkFailure
    nil
  end
end
