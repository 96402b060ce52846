using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Looks at all that a result shows: what was read must not fail later, when somebody asks for it.</summary>
internal static class Inspection
{
    private const int MaxItems = 20;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static void LookAt(object? result)
    {
        switch (result)
        {
            case null or string:
                return;
            case Uri address:
                _ = address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString;
                return;
            case IEnumerable items:
                foreach (object? item in items.Cast<object?>().Take(MaxItems))
                {
                    LookAt(item);
                }

                return;
        }

        // Not into the JSON of a member that is not known, which is the caller's to judge.
        if (result.GetType().Assembly != typeof(OkSignClient).Assembly)
        {
            return;
        }

        _ = result.ToString();
        foreach (PropertyInfo property in Properties.GetOrAdd(result.GetType(), PropertiesOf))
        {
            LookAt(property.GetValue(result));
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.GetIndexParameters().Length == 0)];
}
