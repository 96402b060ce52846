namespace OkSign.Client;

/// <summary>What can be seen to be wrong with a form descriptor without asking the service.</summary>
internal static class FormDescriptorRules
{
    /// <exception cref="FormDescriptorException">Something is wrong.</exception>
    public static void ThrowIfBroken(FormDescriptor descriptor, string parameterName)
    {
        FormDescriptorProblem[] problems = Check(descriptor);
        if (problems.Length > 0)
        {
            throw new FormDescriptorException(problems, parameterName);
        }
    }

    private static FormDescriptorProblem[] Check(FormDescriptor descriptor)
    {
        FormDescriptorProblem[] holes =
        [
            .. CheckForNull("Fields", descriptor.Fields),
            .. CheckForNull("Signers", descriptor.Signers),
            .. CheckForNull("Workflow", descriptor.Workflow),
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
            .. CheckSigners(descriptor.Signers),
            .. CheckWorkflow(descriptor.Workflow ?? [], known),
            .. CheckRecipients("Notifications.Email", descriptor.Notifications?.Email?.To, known),
            .. CheckRecipients("Notifications.Sms", descriptor.Notifications?.Sms?.To, known),
        ];
    }

    private static IEnumerable<FormDescriptorProblem> CheckForNull<T>(string path, IReadOnlyList<T>? list)
        where T : class
        => (list ?? [])
            .Select((item, index) => (item, index))
            .Where(static entry => entry.item is null)
            .Select(entry => new FormDescriptorProblem($"{path}[{entry.index}]", "is null"));

    private static IEnumerable<FormDescriptorProblem> CheckFields(IReadOnlyList<FormField> fields)
    {
        if (fields.Count == 0)
        {
            yield return new("Fields", "at least one field is needed");
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (int index = 0; index < fields.Count; index++)
        {
            foreach (FormDescriptorProblem problem in CheckField($"Fields[{index}]", fields[index], names))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<FormDescriptorProblem> CheckField(string path, FormField field, HashSet<string> names)
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

        foreach (FormDescriptorProblem problem in CheckPlace(path, field))
        {
            yield return problem;
        }
    }

    // Without a position and without a marker, the service may find a place by itself: that is its decision.
    private static IEnumerable<FormDescriptorProblem> CheckPlace(string path, FormField field)
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

    private static IEnumerable<FormDescriptorProblem> CheckSigners(IReadOnlyList<Signer> signers)
    {
        for (int index = 0; index < signers.Count; index++)
        {
            if (signers[index].Id is null || signers[index].Id == default(SignerId))
            {
                yield return new($"Signers[{index}].Id", "an id is needed");
            }

            if (string.IsNullOrWhiteSpace(signers[index].Name))
            {
                yield return new($"Signers[{index}].Name", "a name is needed");
            }
        }
    }

    private static IEnumerable<FormDescriptorProblem> CheckWorkflow(IReadOnlyList<WorkflowStep> workflow, HashSet<SignerId> known)
        => workflow.SelectMany((step, index) => CheckKnown($"Workflow[{index}].SignerId", step.SignerId, known));

    private static IEnumerable<FormDescriptorProblem> CheckRecipients(
        string path,
        IReadOnlyList<SignerId>? recipients,
        HashSet<SignerId> known)
        => recipients switch
        {
            null => [],
            { Count: 0 } => [new($"{path}.To", "at least one signer is needed")],
            _ => recipients.SelectMany((recipient, index) => CheckKnown($"{path}.To[{index}]", recipient, known)),
        };

    private static IEnumerable<FormDescriptorProblem> CheckKnown(string path, SignerId signer, HashSet<SignerId> known)
    {
        if (signer == default)
        {
            yield return new(path, "a signer is needed");
        }
        else if (!known.Contains(signer))
        {
            yield return new(path, $"{signer} is not among the signers");
        }
    }

    private static bool IsSize(double? value, bool isNeeded) => value is null ? !isNeeded : value is > 0 and <= double.MaxValue;
}
