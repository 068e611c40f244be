# frozen_string_literal: true

# All that is yours: who is asking, and what happens when a district is connected. Replace it.
module Host
  # The account (a district) somebody acts for, and who they are.
  Caller = Struct.new(:tenant, :actor)

  # YOUR SESSION HERE. Called on every request; nil means that nobody is signed in. This demo believes a cookie that
  # anybody can write: replace it with your own sign-in before anything else.
  def self.authorize(request)
    case request.cookies['session']
    when 'anna' then Caller.new('usd-259', 'anna@usd259.example')
    when 'ben' then Caller.new('usd-500', 'ben@usd500.example')
    end
  end

  # YOUR DATABASE HERE. Runs before any browser hears of the connection, at least once for each: so write, do not add.
  # If it raises, the browser is told to ask again, and so is this.
  def self.on_connected(starter, onboarding_id, integration_id)
    connection = { **starter.to_h, onboarding_id: onboarding_id, integration_id: integration_id }
    File.write(ENV.fetch('CONNECTIONS_FILE'), "#{JSON.generate(connection)}\n", mode: 'a')
  end

  # Somebody has connected a system that is another account's already. Nobody is told that it is connected.
  def self.on_conflict(_starter, _onboarding_id, integration_id)
    warn "the integration #{integration_id} belongs to another account already"
  end
end
