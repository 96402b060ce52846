namespace OkSign.Client;

/// <summary>What can be seen to be wrong with a form descriptor without asking the service.</summary>
internal static class FormDescriptorRules
{
    /// <exception cref="OkSignInputException">Something is wrong.</exception>
    public static void ThrowIfBroken(FormDescriptor descriptor, string parameterName)
        => OkSignInputException.ThrowIfAny(Check(descriptor), parameterName);

    private static InputProblem[] Check(FormDescriptor descriptor)
    {
        InputProblem[] holes =
        [
            .. InputProblem.OfNulls("Fields", descriptor.Fields),
            .. InputProblem.OfNulls("Signers", descriptor.Signers),
            .. InputProblem.OfNulls("Workflow", descriptor.Workflow),
        ];
        if (holes.Length > 0)
        {
            return holes;
        }

        // A field may belong to a user of the account who is not among the signers; who has neither a field nor an entry is a slip.
        HashSet<SignerId> known =
        [
            .. descriptor.Signers.Select(static signer => signer.Id ?? default),
            .. descriptor.Fields.Select(static field => field.SignerId),
        ];
        return
        [
            .. CheckFields(descriptor.Fields),
            .. InputProblem.OfEach("Signers", descriptor.Signers, static (path, signer) => signer.Problems(path)),
            .. InputProblem.OfEach("Workflow", descriptor.Workflow ?? [], (path, step) => step.Problems(path, known)),
            .. descriptor.Notifications?.Problems(known) ?? [],
        ];
    }

    private static IEnumerable<InputProblem> CheckFields(IReadOnlyList<FormField> fields)
    {
        if (fields.Count == 0)
        {
            yield return new("Fields", "at least one field is needed");
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (int index = 0; index < fields.Count; index++)
        {
            foreach (InputProblem problem in CheckField($"Fields[{index}]", fields[index], names))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<InputProblem> CheckField(string path, FormField field, HashSet<string> names)
    {
        if (string.IsNullOrWhiteSpace(field.Name))
        {
            yield return new($"{path}.Name", "a name is needed");
        }
        else if (!names.Add(field.Name))
        {
            yield return new($"{path}.Name", $"another field is called {field.Name} too");
        }

        if (string.IsNullOrEmpty(field.InputType.Value))
        {
            yield return new($"{path}.InputType", "an input type is needed");
        }

        if (field.SignerId == default)
        {
            yield return new($"{path}.SignerId", "a signer is needed");
        }

        if (field.InputType == InputType.Select && field.SelectOptions is not { Count: > 0 })
        {
            yield return new($"{path}.SelectOptions", "a select field needs something to choose from");
        }

        foreach (InputProblem problem in CheckPlace(path, field))
        {
            yield return problem;
        }
    }

    // Without a position and without a marker, the service may find a place by itself: that is its decision.
    private static IEnumerable<InputProblem> CheckPlace(string path, FormField field)
    {
        bool hasPosition = field.X is not null || field.Y is not null;
        if (field.PageIndex is < 0 || (hasPosition && field.PageIndex is null))
        {
            yield return new($"{path}.PageIndex", "a position needs a page, counted from zero");
        }

        if (hasPosition && field.X is not (>= 0 and <= double.MaxValue))
        {
            yield return new($"{path}.X", "a position needs a distance from the left, in points");
        }

        if (hasPosition && field.Y is not (>= 0 and <= double.MaxValue))
        {
            yield return new($"{path}.Y", "a position needs a distance from the top, in points");
        }

        if (!IsSize(field.Width, isNeeded: hasPosition))
        {
            yield return new($"{path}.Width", "a width above zero is needed, in points");
        }

        if (!IsSize(field.Height, isNeeded: hasPosition))
        {
            yield return new($"{path}.Height", "a height above zero is needed, in points");
        }
    }

    private static bool IsSize(double? value, bool isNeeded) => value is null ? !isNeeded : value is > 0 and <= double.MaxValue;
}
