using System.Collections.Generic;
using System.Linq;

public class Lists
{
    public bool HasItems(IEnumerable<int> items, List<int> list)
    {
        // ruleid: csharp.performance.count-instead-of-any
        if (items.Count() > 0)
        {
            return true;
        }
        // ruleid: csharp.performance.count-instead-of-any
        if (items.Where(i => i > 2).Count() != 0)
        {
            return true;
        }
        // ok: csharp.performance.count-instead-of-any
        if (list.Count > 0)
        {
            return true;
        }
        // ok: csharp.performance.count-instead-of-any
        if (items.Count() > 5)
        {
            return true;
        }
        // ok: csharp.performance.count-instead-of-any
        return items.Any();
    }
}
