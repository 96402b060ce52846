namespace OkSign.Client.AspNetCore;

/// <summary>What settings may say of waiting: timers know no longer times than some weeks.</summary>
internal static class Waits
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static bool AreSensible(params ReadOnlySpan<TimeSpan> waits)
    {
        foreach (TimeSpan wait in waits)
        {
            if (wait <= TimeSpan.Zero || wait > Longest)
            {
                return false;
            }
        }

        return true;
    }
}
