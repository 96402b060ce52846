using System.Security.Cryptography;
using System.Text;

namespace OkSign.Emulator.Account;

/// <summary>Compares a secret with what a caller sent, in a time that does not tell how much of it was right.</summary>
internal static class ConstantTime
{
    public static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Hash(one), Hash(other));

    // FixedTimeEquals returns at once for different lengths; digests have one length.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
