def run
  # ruleid: ruby.correctness.error-swallowed
  begin
    work
  rescue
  end
  # ruleid: ruby.correctness.error-swallowed
  begin
    work
  rescue StandardError => e
  end
  # ok: ruby.correctness.error-swallowed
  begin
    work
  rescue StandardError => e
    puts e.message
  end
  # ok: ruby.correctness.error-swallowed
  begin
    work
  rescue Errno::ENOENT
  end
end
