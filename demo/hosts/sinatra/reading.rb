# frozen_string_literal: true

# Reads of single onboardings. Whoever asks at about the same time shares an answer, also across processes.
class Reading
  # Milliseconds that an answer is shared by those who do not insist on a fresh one.
  SHARED = 5_000
  # Milliseconds to wait for a turn.
  PATIENCE = 5_000
  # Milliseconds for which a 404 is a lagging replica's.
  YOUTH = 10_000

  def initialize(store, edlink)
    @store = store
    @edlink = edlink
  end

  # Edlink's onboarding; nil if it knows none.
  def recent(row)
    since(row, Store.now - SHARED)
  end

  # True at the moment of asking, or later.
  def fresh(row)
    since(row, Store.now)
  end

  private

  def since(row, moment)
    deadline = Store.now + PATIENCE
    while Store.now < deadline
      row = @store.row(row['number'])
      return answer_in(row) if row['answered_at'] >= moment || row['outcome'] == 'connected'
      return ask(row) if @store.take_turn?(row)

      sleep(0.05)
    end
    raise Problem.new(:upstream_unavailable, status: 503, retry_after: 1)
  end

  def ask(row)
    asked_at = Store.now
    onboarding = begin
      @edlink.read(row['onboarding_id'])
    rescue EdlinkFailure => e
      raise unless e.code == :not_found

      answer_in(row) if row['outcome'].nil? && asked_at - row['created_at'] < YOUTH
    end
    @store.remember(row, onboarding, asked_at)
    onboarding
  end

  def answer_in(row)
    row['answer'] && JSON.parse(row['answer'])
  end
end
