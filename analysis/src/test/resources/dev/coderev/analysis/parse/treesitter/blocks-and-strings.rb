require 'json'
require_relative "./x"
module A::B
  class C < D::E
    include Foo
    attr_accessor :name, :age
    CONST = 1
    @@cv = 2
    def initialize(a, b = 1, *rest, k:, o: 2, **kw, &blk)
      @a = a
      super(a)
    end
    def self.cm; end
    def get? = @a
    private
    def x=(v) @x = v end
    class << self
      def y; end
    end
  end
end
s = "hi #{name}!\n" 'raw\n' + %w[a b].join + :sym.to_s + :"q s" + `ls #{x}` + /re#{a}x/i
h = { :a => 1, b: 2, "c" => 3, **o, d: }
arr = [1, 2.5, *xs, nil, true, 1..2, 3...4]
if a && !b || c and not d then foo elsif e; bar else baz end
unless x
  y
else
  z
end
foo if bar
foo unless bar
while a do b end
until a; b; end
x += 1 while y
for i in 1..10 do puts i end
case v
when 1, 2 then a
when String
  b
else c
end
case v
in {name: String => n, age:} if n
  a
in [x, *]
  b
end
begin
  raise ArgumentError, "x"
rescue A, B => e
  retry
rescue
  1
else
  2
ensure
  3
end
x = y rescue z
a, b = b, a
a, *b = c
xs.map { |x, (y, z)| x + 1 }.each do |k| next if k; break end
xs.map(&:to_s)
l = ->(x, y = 1) { x }
l2 = lambda { |x| x }
obj&.foo(1, *a, key: v, &b)
obj.foo = 1
arr[0] = 2
h[:a] ||= 3
puts <<~EOS
  text #{x}
EOS
sql = <<-'Q' + foo(<<A, 1)
raw
Q
abc
A
a ? b : c
defined?(x)
yield 1
return 1, 2
a <=> b; a =~ /x/; a !~ b; !x; -y; a ** 2; ~z
$g = 1; self.foo; Foo::Bar.baz; ::Top; foo.() ; Foo::bar(1)
alias a b
undef c
%i[a b]; ?c; 1_000; 0xff; 3r
BEGIN { }
puts "x", y
system "ls #{dir}"
User.where("name = '#{params[:n]}'").first
def kwargs(...) = foo(...)
while (line = gets) do end
p(a: 1)
