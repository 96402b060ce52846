namespace OkSign.Client.Tests.Fuzz;

internal static class RandomExtensions
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>True once in so many times.</summary>
    public static bool OneIn(this Random random, int times) => random.Next(times) == 0;

    /// <summary>Mostly small, sometimes as large as it may be: each power of two is as likely as the others.</summary>
    public static int Size(this Random random, int max) => (int)Math.Min(max, Math.Pow(2, random.NextDouble() * Math.Log2(max + 1)) - 1);
}
