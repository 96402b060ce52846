namespace OkSign.Emulator.FormDescriptors;

/// <summary>Reads <c>workflow</c>, the order of signing: lowest sequence first, equal ones together.</summary>
internal static class WorkflowReader
{
    /// <returns>
    /// The signers with their places in the order, as they were when there is no workflow. Whoever the workflow leaves out need not wait.
    /// </returns>
    public static IReadOnlyList<Signer> Order(JsonMembers root, IReadOnlyList<Signer> signers)
    {
        if (root.Objects("workflow") is not { } steps)
        {
            return signers;
        }

        var sequences = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (JsonMembers step in steps)
        {
            string? id = step.RequiredText("id");
            int? sequence = ReadSequence(step);
            if (id is null)
            {
                continue;
            }

            if (signers.All(signer => signer.Id != id))
            {
                step.Problem($"id \"{id}\" is not a signer of the document");
            }

            if (!sequences.TryAdd(id, sequence ?? 0))
            {
                step.Problem($"id \"{id}\" has a sequence already");
            }
        }

        return [.. signers.Select(signer => signer with { Sequence = sequences.GetValueOrDefault(signer.Id) })];
    }

    private static int? ReadSequence(JsonMembers step)
    {
        if (step.Member("sequence") is null)
        {
            step.Problem("sequence is missing");
            return null;
        }

        int? sequence = step.Integer("sequence");
        if (sequence is < 1)
        {
            step.Problem("sequence must be 1 or more");
        }

        return sequence;
    }
}
