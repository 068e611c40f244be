# frozen_string_literal: true

# What the four routes do, for one caller.
class Onboardings
  def initialize(store, edlink, starter)
    @store = store
    @edlink = edlink
    @caller = starter
    @reading = Reading.new(store, edlink)
    @completion = Completion.new(store)
  end

  # Status and body.
  def create(key, fields)
    new, row, onboarding = Creation.new(@store, @edlink, @reading).obtain(@caller, key, fields)
    [new ? 201 : 200, show(row, onboarding)]
  end

  def read(id, fresh:)
    row = find(id)
    onboarding = fresh ? @reading.fresh(row) : @reading.recent(row)
    onboarding ? show(row, onboarding) : raise(Problem, :not_found)
  end

  def list(text)
    query = ListQuery.new(text, tenant: @caller.tenant, secret: @store.secret)
    return { '$data' => shown(query.ids.filter_map { |id| @store.find(@caller.tenant, id) }, query) } if query.ids.any?

    rows = @store.page(@caller.tenant, query.position, query.limit + 1)
    page = rows.first(query.limit)
    list = { '$data' => shown(page, query) }
    list['$next'] = query.cursor_for(page.last['number']) if rows.size > page.size
    list
  end

  def delete(id)
    row = find(id)
    raise Problem, :conflict if %w[connected conflict].include?(row['outcome'])

    delete_upstream(row)
    @store.finish(row, 'deleted')
    @store.remember(row, nil, Store.now)
  end

  private

  def delete_upstream(row)
    @edlink.delete(row['onboarding_id'])
  rescue EdlinkFailure => e
    raise if !e.certain? || e.code == :rate_limited

    explain_refusal(row, e) unless e.code == :not_found
  end

  # How the deletion of a completed onboarding is refused is not documented, so any refusal may mean that.
  def explain_refusal(row, refusal)
    onboarding = @edlink.read(row['onboarding_id'])
    raise refusal unless onboarding['state'] == 'completed'

    @completion.settle(row, onboarding)
    raise Problem, :conflict
  end

  def find(id)
    @store.find(@caller.tenant, id) || raise(Problem, :not_found)
  end

  def shown(rows, query)
    rows.filter_map { |row| show_row(row) }.select { |onboarding| query.matches?(onboarding) }
  end

  # One that cannot be shown is left out: the others can.
  def show_row(row)
    onboarding = @reading.recent(row)
    begin
      onboarding && show(row, onboarding)
    rescue Problem
      nil
    end
  end

  # As a browser may see it: you know of its completion first.
  def show(row, onboarding)
    @completion.settle(row, onboarding)
    host = { 'created_by' => row['actor'], 'created_at' => EdlinkAnswers.iso_date(row['created_at']) }
    onboarding.merge('$host' => host)
  end
end
