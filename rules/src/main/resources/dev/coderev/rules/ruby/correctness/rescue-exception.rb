def run
  # ruleid: ruby.correctness.rescue-exception
  begin
    work
  rescue Exception => e
    puts e.message
  end
  # ok: ruby.correctness.rescue-exception
  begin
    work
  rescue StandardError => e
    puts e.message
  end
  # ok: ruby.correctness.rescue-exception
  begin
    work
  rescue Exception => e
    puts e.message
    raise
  end
  # ok: ruby.correctness.rescue-exception
  begin
    work
  rescue IOError => e
    puts e.message
  end
end
