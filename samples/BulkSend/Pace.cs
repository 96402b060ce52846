using System.Diagnostics;

namespace BulkSend;

/// <summary>How fast the letters go out, compared with what the service allows.</summary>
internal sealed class Pace
{
    /// <summary>Three uploads a second.</summary>
    private const double AllowedPerSecond = 3;

    private readonly object _gate = new();
    private readonly List<long> _uploads = [];

    public void CountUpload()
    {
        lock (_gate)
        {
            _uploads.Add(Stopwatch.GetTimestamp());
        }
    }

    /// <summary>From the first upload to the last.</summary>
    public TimeSpan Time => _uploads.Count > 0 ? Stopwatch.GetElapsedTime(_uploads.Min(), _uploads.Max()) : TimeSpan.Zero;

    /// <summary>
    /// The part of the allowed rate that was used. The first three may go at once and come on top of the rate, so they do not count.
    /// </summary>
    public double? PartOfAllowedRate => _uploads.Count > 3 ? (_uploads.Count - 3) / Time.TotalSeconds / AllowedPerSecond : null;
}
