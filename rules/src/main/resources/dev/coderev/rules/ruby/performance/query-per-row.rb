def names(ids)
  ids.each do |id|
    # ruleid: ruby.performance.query-per-row
    puts User.find(id).name
    # ruleid: ruby.performance.query-per-row
    puts Order.where(user_id: id).count
  end
  # ok: ruby.performance.query-per-row
  User.where(id: ids).each do |user|
    puts user.name
  end
  # ok: ruby.performance.query-per-row
  User.find(1)
end
