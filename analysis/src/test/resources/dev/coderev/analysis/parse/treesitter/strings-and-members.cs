using System;
using static System.Math;
using Alias = System.Collections.Generic.List<int>;
global using Foo.Bar;
namespace A.B { }
namespace File.Scoped;
[Serializable, Route("api/[controller]")]
public abstract partial class C<T> : Base<T>, IFoo where T : class, new() {
    private readonly int x = 1, y;
    public const string S = "a\n" + @"c:\x" + $"hi {name,5:F2} {x + 1}" + """raw""";
    public string Name { get; set; } = "x";
    public int Count => items.Count;
    public int this[int i] { get { return arr[i]; } set { arr[i] = value; } }
    public event EventHandler E;
    static C() { }
    public C(int a, string b = null) : base(a) { this.x = a; }
    ~C() { }
    [HttpGet("{id}")]
    public async Task<int> M<U>(ref int a, params string[] rest) { await Foo(); return 1; }
    public static C operator +(C a, C b) => a;
    public override string ToString() => "x";
    void Local() { int F(int q) => q; }
    delegate void D(int a);
    enum Color : byte { Red, Green = 2 }
    struct P { public int X; }
    record R(int A, string B);
    interface I { void N(); }
}
class Program {
    static void Main(string[] args) {
        var a = 1; int b = 2, c; string? n = null; int[] arr = new int[3]; var arr2 = new[] { 1, 2 }; int[] a3 = { 1 };
        var l = new List<int> { 1, 2 }; var o = new Foo(1) { A = 1, B = { C = 2 } }; Foo f = new(1); var anon = new { X = 1, b };
        var d = new Dictionary<string, int> { ["a"] = 1, { "b", 2 } };
        if (a is string s && b is not null) { } else if (o is Foo) { } else { }
        for (int i = 0; i < 10; i++) { continue; }
        foreach (var x in xs) { break; }
        foreach (var (k, v) in dict) { }
        while (true) { } do { } while (a > 0);
        switch (a) { case 1: case 2: Foo(); break; case string t when t.Length > 0: break; default: return; }
        var r = a switch { 1 => "x", > 5 and < 7 => "y", _ => throw new Exception() };
        try { throw new Exception("x"); } catch (IOException e) when (e.X) { throw; } catch (Exception) { } catch { } finally { }
        using (var st = Open()) { } using var q = Open(); lock (obj) { } 
        Func<int, int> g = x => x * 2; Action h = () => { }; var dd = delegate(int z) { }; var e2 = async (int z) => await z;
        goto end; end: ; yield return 1; yield break;
        var query = from u in users where u.Age > 1 select u;
        Foo<int>(named: 1, out var res, ref c); arr[0, 1] = 2; x++; --y; !b; -a; ~c; q4 = a?.b.c[0]?[1].d<int>(this);
        (int m, string w) = t; var (aa, bb) = t; checked { } unsafe { } fixed (int* p = arr) { }
        const int K = 1; Console.WriteLine("{0}", a); base.M(); this.N(); o!.P(); System.IO.File.ReadAllText(p);
        
    }
}
