def write(name)
  # ruleid: ruby.correctness.file-not-closed
  file = File.open(name, "w")
  file.puts("x")
end

def write_closed(name)
  # ok: ruby.correctness.file-not-closed
  file = File.open(name, "w")
  file.puts("x")
  file.close
end

def write_block(name)
  # ok: ruby.correctness.file-not-closed
  File.open(name, "w") do |out|
    out.puts("x")
  end
end
