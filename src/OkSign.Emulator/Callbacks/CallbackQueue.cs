using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Threading.Channels;
using Microsoft.AspNetCore.WebUtilities;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Callbacks;

/// <summary>
/// Calls other people's addresses, one at a time in the order of the events, in the background: whatever a receiver does, nobody waits
/// for it. What is not sent when the emulator stops is dropped.
/// </summary>
internal sealed class CallbackQueue : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly Channel<PendingCallback> _pending = Channel.CreateUnbounded<PendingCallback>();
    private readonly CancellationTokenSource _stop = new();
    private readonly ChangeSignal _changes;
    private readonly TimeSpan _timeout;
    private readonly HttpClient _http;
    private readonly Task _loop;
    private ImmutableList<SentCallback> _sent = [];
    private TaskCompletionSource _delivered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    public CallbackQueue(OkSignEmulatorOptions options, ChangeSignal changes)
    {
        _changes = changes;
        _timeout = options.CallbackTimeout;

        // In real time: the receiver does not live by the emulator's clock.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { Timeout = _timeout };
        _delivered.SetResult();
        _loop = Task.Run(SendAllAsync);
    }

    /// <summary>The calls made so far, oldest first.</summary>
    public IReadOnlyList<SentCallback> Snapshot() => _sent;

    /// <summary>How many are still to be made.</summary>
    public int Pending => Volatile.Read(ref _left);

    public void Add(PendingCallback callback)
    {
        lock (_gate)
        {
            if (!_pending.Writer.TryWrite(callback))
            {
                return;
            }

            if (_left++ == 0)
            {
                _delivered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _changes.Raise();
    }

    /// <summary>Waits until all calls have been made; cancelled when the emulator stops.</summary>
    public Task DeliveredAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _delivered.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _stop.CancelAsync();
        await _loop;
        lock (_gate)
        {
            _delivered.TrySetCanceled();
        }

        _http.Dispose();
        _stop.Dispose();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (PendingCallback callback in _pending.Reader.ReadAllAsync(_stop.Token))
            {
                long start = Stopwatch.GetTimestamp();
                SentCallback sent = await SendAsync(callback) with { Duration = Stopwatch.GetElapsedTime(start) };
                callback.Done?.Invoke(sent);
                Record(sent);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The emulator stops.
        }
    }

    private async Task<SentCallback> SendAsync(PendingCallback callback)
    {
        var sent = new SentCallback { Kind = callback.Kind, Address = callback.Address, Body = callback.Body, At = callback.At };
        try
        {
            // Here, where it is caught: long values can make more than fits in an address.
            sent = sent with { Address = new Uri(QueryHelpers.AddQueryString(callback.Address.AbsoluteUri, callback.Parameters)) };
            using HttpRequestMessage request = RequestOf(sent);
            using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
            return sent with { StatusCode = (int)answer.StatusCode };
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return sent with { Error = FormattableString.Invariant($"No answer within {_timeout.TotalSeconds} seconds") };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return sent with { Error = failure.Message };
        }
    }

    private static HttpRequestMessage RequestOf(SentCallback callback)
        => callback.Body is null
            ? new HttpRequestMessage(HttpMethod.Get, callback.Address)
            : new HttpRequestMessage(HttpMethod.Post, callback.Address) { Content = JsonContentOf(callback.Body) };

    private static StringContent JsonContentOf(string json) => new(json, new MediaTypeHeaderValue(MediaTypes.Json));

    private void Record(SentCallback callback)
    {
        lock (_gate)
        {
            _sent = _sent.Add(callback);
            if (--_left == 0)
            {
                _delivered.SetResult();
            }
        }

        _changes.Raise();
    }
}
