using System.Globalization;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>What a run saw of one target.</summary>
internal sealed class FuzzFigures(string target)
{
    private TimeSpan _time;
    private TimeSpan _longest;
    private int _slowest;
    private long _size;
    private long _allocated;
    private long _most;
    private int _largest;

    public int Read { get; private set; }

    public int Refused { get; private set; }

    public void Add(int number, long size, bool isRead, TimeSpan time, long allocated)
    {
        Read += isRead ? 1 : 0;
        Refused += isRead ? 0 : 1;
        _size += size;
        _time += time;
        _allocated += allocated;
        (_longest, _slowest) = time > _longest ? (time, number) : (_longest, _slowest);
        (_most, _largest) = allocated > _most ? (allocated, number) : (_most, _largest);
    }

    /// <summary>A row of the table in docs/fuzzing.md.</summary>
    public override string ToString()
    {
        int inputs = Read + Refused;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {target} | {inputs:N0} | {Read:N0} | {Refused:N0} | {_size / inputs:N0} B | {_time.TotalMicroseconds / inputs:N0} µs | {_longest.TotalMilliseconds:N0} ms (no. {_slowest}) | {_allocated / inputs / 1024.0:N1} KB | {_most / 1024:N0} KB (no. {_largest}) |");
    }
}
