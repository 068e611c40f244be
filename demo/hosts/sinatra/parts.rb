# frozen_string_literal: true

require_relative 'problem'
require_relative 'host'
require_relative 'edlink_answers'
require_relative 'browser_request'
require_relative 'list_query'
require_relative 'store'
require_relative 'edlink'
require_relative 'reading'
require_relative 'completion'
require_relative 'creation'
require_relative 'onboardings'

# What both the proxy and the sweep are made of.
module Parts
  def self.application_id
    ENV.fetch('EDLINK_APPLICATION_ID').downcase
  end

  # A store and an Edlink, for the length of a block.
  def self.open
    Store.open(ENV.fetch('DATABASE_PATH')) do |store|
      yield store, Edlink.new(
        store,
        base_url: ENV.fetch('EDLINK_BASE_URL'),
        token: ENV.fetch('EDLINK_TOKEN'),
        team_id: ENV.fetch('EDLINK_TEAM_ID'),
        application_id: application_id
      )
    end
  end
end
