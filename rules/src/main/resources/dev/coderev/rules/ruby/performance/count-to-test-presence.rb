def owner?(user)
  # ruleid: ruby.performance.count-to-test-presence
  return true if Order.where(user: user).count > 0
  # ruleid: ruby.performance.count-to-test-presence
  return false if Item.where(user: user).count == 0
  # ok: ruby.performance.count-to-test-presence
  return true if Order.where(user: user).exists?
  # ok: ruby.performance.count-to-test-presence
  Order.where(user: user).count > 5
end
