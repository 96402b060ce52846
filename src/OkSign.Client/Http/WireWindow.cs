namespace OkSign.Client;

/// <summary>A window of time as two request headers name it: whole seconds, rounded outwards.</summary>
internal readonly record struct WireWindow
{
    /// <exception cref="ArgumentException">The window ends before it starts.</exception>
    public WireWindow(DateTimeOffset from, DateTimeOffset until)
    {
        if (until < from)
        {
            throw new ArgumentException("The window ends before it starts.", nameof(until));
        }

        Start = WireTime.Format(from);
        End = WireTime.Format(WireTime.RoundUp(until));
    }

    /// <summary>The text of the header <see cref="WireHeaders.StartTime"/>.</summary>
    public string Start { get; }

    /// <summary>The text of the header <see cref="WireHeaders.EndTime"/>.</summary>
    public string End { get; }
}
