using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Signing;

/// <summary>
/// Hands the values that a signer gives, by the names of fields, to the documents that are signed together. A name that several documents
/// have is filled in on all of them, but for those where it is read-only.
/// </summary>
internal static class ScriptValues
{
    /// <returns>The values of each document. A name that no document can take is with the first one, whose rules refuse it.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Distribute(
        IReadOnlyDictionary<string, string> values, IReadOnlyList<FormDescriptor> descriptors, string signerId)
    {
        ILookup<string, int> takers = descriptors
            .SelectMany((descriptor, index) => descriptor.FieldsOf(signerId)
                .Where(field => !field.IsSignature && !field.ReadOnly)
                .Select(field => (field.Name, Index: index)))
            .ToLookup(taker => taker.Name, taker => taker.Index);
        return [.. descriptors.Select((_, index) => values
            .Where(value => takers.Contains(value.Key) ? takers[value.Key].Contains(index) : index == 0)
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal))];
    }
}
