# frozen_string_literal: true

require_relative 'proxy'

map('/edlink') { run Proxy }
