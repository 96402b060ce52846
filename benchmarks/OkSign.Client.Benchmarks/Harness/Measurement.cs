using System.Diagnostics;
using System.Globalization;

namespace OkSign.Client.Benchmarks;

/// <summary>One figure, taken in a process that does nothing else, and written to its output.</summary>
internal static class Measurement
{
    public const string SmallAllocation = "small-allocation";
    public const string UploadAllocation = "upload-allocation";
    public const string DownloadAllocation = "download-allocation";
    public const string SmallCpu = "small-cpu";
    public const string List = "list";
    public const string FirstCall = "first-call";
    public const string Calls = "calls";
    public const string Transfers = "transfers";
    public const string Base64Allocation = "base64-allocation";
    public const string Base64Transfer = "base64-transfer";
    public const string Base64Time = "base64-time";

    private const int WarmUpCalls = 2_000;
    private const int WarmUpTransfers = 30;

    public static async Task RunAsync(string measure, string contender, Uri address, string[] arguments)
    {
        double figure = measure switch
        {
            SmallAllocation => await MeasureSmallAllocationAsync(contender, address),
            UploadAllocation => await MeasureUploadAllocationAsync(contender, address, arguments[0], arguments[1], Count(arguments[2])),
            DownloadAllocation => await MeasureDownloadAllocationAsync(contender, address, Count(arguments[0]), Count(arguments[1])),
            SmallCpu => await MeasureSmallCpuAsync(contender, address),
            List => await MeasureListAsync(contender, address),
            FirstCall => await MeasureFirstCallAsync(contender, address),
            Calls => await CallAsync(contender, address, Count(arguments[0])),
            Transfers => await TransferAsync(contender, address, arguments[0], arguments[1]),
            Base64Allocation => await MeasureBase64AllocationAsync(contender, address, arguments[0], arguments[1], Count(arguments[2])),
            Base64Transfer => await TransferBase64Async(contender, address, arguments[0], arguments[1]),
            Base64Time => await MeasureBase64TimeAsync(contender, address, arguments[0], arguments[1]),
            _ => throw new ArgumentException($"{measure} is no measure.", nameof(measure)),
        };
        Console.WriteLine(figure.ToString(CultureInfo.InvariantCulture));
    }

    private static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Bytes for each call.</summary>
    private static async Task<double> MeasureSmallAllocationAsync(string name, Uri address)
    {
        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        await WarmUpAsync(WarmUpCalls, contender.ReadSmallAsync);
        return await AllocatedByEachAsync(5_000, contender.ReadSmallAsync);
    }

    /// <summary>Bytes for each upload, at the pace that the service allows.</summary>
    private static async Task<double> MeasureUploadAllocationAsync(string name, Uri address, string warmUpFile, string file, int count)
    {
        using (IContender unpaced = Contender.Create(name, address, keepsUploadPace: false))
        {
            await WarmUpAsync(WarmUpTransfers, () => unpaced.UploadAsync(warmUpFile));
        }

        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        await contender.UploadAsync(warmUpFile);
        return await AllocatedByEachAsync(count, () => contender.UploadAsync(file));
    }

    /// <summary>Bytes for each download.</summary>
    private static async Task<double> MeasureDownloadAllocationAsync(string name, Uri address, int length, int count)
    {
        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        await WarmUpAsync(WarmUpTransfers, () => contender.DownloadAsync(1024 * 1024, Stream.Null));
        return await AllocatedByEachAsync(count, () => contender.DownloadAsync(length, Stream.Null));
    }

    /// <summary>Microseconds of this process's processor time for each call.</summary>
    private static async Task<double> MeasureSmallCpuAsync(string name, Uri address)
    {
        const int Count = 10_000;
        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        await WarmUpAsync(WarmUpCalls, contender.ReadSmallAsync);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        await RepeatAsync(Count, contender.ReadSmallAsync);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Count;
    }

    /// <summary>Microseconds for each list of a thousand.</summary>
    private static async Task<double> MeasureListAsync(string name, Uri address)
    {
        const int Count = 300;
        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        await WarmUpAsync(Count, contender.ListAsync);
        long before = Stopwatch.GetTimestamp();
        await RepeatAsync(Count, contender.ListAsync);
        return Stopwatch.GetElapsedTime(before).TotalMicroseconds / Count;
    }

    /// <summary>Microseconds from nothing to the first result: the client is made, a connection opened, all code compiled.</summary>
    private static async Task<double> MeasureFirstCallAsync(string name, Uri address)
    {
        long before = Stopwatch.GetTimestamp();
        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        await contender.ReadSmallAsync();
        return Stopwatch.GetElapsedTime(before).TotalMicroseconds;
    }

    private static async Task<double> CallAsync(string name, Uri address, int count)
    {
        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        await RepeatAsync(count, contender.ReadSmallAsync);
        return count;
    }

    /// <summary>Uploads a file and downloads as many bytes to another; fails unless all arrive.</summary>
    private static async Task<double> TransferAsync(string name, Uri address, string source, string target)
    {
        using IContender contender = Contender.Create(name, address, keepsUploadPace: true);
        long length = new FileInfo(source).Length;
        long uploaded = await contender.UploadAsync(source);
        await using (FileStream file = File.Create(target))
        {
            await contender.DownloadAsync(length, file);
        }

        long downloaded = new FileInfo(target).Length;
        return uploaded == length && downloaded == length
            ? length
            : throw new InvalidDataException($"Of {length} bytes, {uploaded} were uploaded and {downloaded} downloaded.");
    }

    /// <summary>Bytes for each upload of a file as base64.</summary>
    private static async Task<double> MeasureBase64AllocationAsync(string name, Uri address, string warmUpFile, string file, int count)
    {
        using IOkDokumentContender contender = OkDokumentContender.Create(name, address);
        await WarmUpAsync(WarmUpTransfers, () => contender.RegisterAsync(warmUpFile));
        return await AllocatedByEachAsync(count, () => contender.RegisterAsync(file));
    }

    /// <summary>Uploads a file as base64; fails unless all of it arrives, in a body as long as was announced.</summary>
    private static async Task<double> TransferBase64Async(string name, Uri address, string file, string hash)
    {
        using IOkDokumentContender contender = OkDokumentContender.Create(name, address);
        long length = new FileInfo(file).Length;
        ReceivedFile received = await contender.RegisterAsync(file);
        return received.Announced == received.Received && received.Length == length && received.Hash == hash
            ? length
            : throw new InvalidDataException($"{length} bytes with the hash {hash} came as {received}.");
    }

    /// <summary>Microseconds for an upload of a file as base64.</summary>
    private static async Task<double> MeasureBase64TimeAsync(string name, Uri address, string warmUpFile, string file)
    {
        using IOkDokumentContender contender = OkDokumentContender.Create(name, address);
        await WarmUpAsync(WarmUpTransfers, () => contender.RegisterAsync(warmUpFile));
        long before = Stopwatch.GetTimestamp();
        await contender.RegisterAsync(file);
        return Stopwatch.GetElapsedTime(before).TotalMicroseconds;
    }

    private static async Task<double> AllocatedByEachAsync(int count, Func<Task> call)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await RepeatAsync(count, call);
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / count;
    }

    private static async Task WarmUpAsync(int count, Func<Task> call)
    {
        // Hot methods are compiled anew in the background, a moment after their calls come less densely.
        for (int round = 0; round < 3; round++)
        {
            await RepeatAsync(count, call);
            await Task.Delay(200);
        }
    }

    private static async Task RepeatAsync(int count, Func<Task> call)
    {
        for (int index = 0; index < count; index++)
        {
            await call();
        }
    }
}
