def run
  begin
    work
    # ruleid: ruby.correctness.error-swallowed
  rescue
  end
  begin
    work
    # ruleid: ruby.correctness.error-swallowed
  rescue StandardError => e
  end
  begin
    work
    # ok: ruby.correctness.error-swallowed
  rescue StandardError => e
    puts e.message
  end
  begin
    work
    # ok: ruby.correctness.error-swallowed
  rescue Errno::ENOENT
  end
end
