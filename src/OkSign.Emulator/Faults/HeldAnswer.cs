using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Faults;

/// <summary>An answer that has not been sent yet.</summary>
internal sealed record HeldAnswer(int StatusCode, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    public ReadOnlyMemory<byte> FirstHalf => Body[..(Body.Length / 2)];
}
