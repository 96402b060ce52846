namespace OkSign.Client;

/// <summary>What can be seen to be wrong with a form descriptor without asking the service.</summary>
internal static class FormDescriptorRules
{
    /// <exception cref="FormDescriptorException">Something is wrong.</exception>
    public static void ThrowIfBroken(FormDescriptor descriptor, string parameterName)
    {
        FormDescriptorProblem[] problems = [.. Check(descriptor)];
        if (problems.Length > 0)
        {
            throw new FormDescriptorException(problems, parameterName);
        }
    }

    private static IEnumerable<FormDescriptorProblem> Check(FormDescriptor descriptor)
    {
        HashSet<SignerId> signers = [.. descriptor.Signers.Select(static signer => signer.Id)];
        return
        [
            .. CheckFields(descriptor, signers),
            .. CheckSigners(descriptor.Signers),
            .. CheckWorkflow(descriptor.Workflow ?? [], signers),
            .. CheckRecipients("Notifications.Email", descriptor.Notifications?.Email?.To, signers),
            .. CheckRecipients("Notifications.Sms", descriptor.Notifications?.Sms?.To, signers),
        ];
    }

    private static IEnumerable<FormDescriptorProblem> CheckFields(FormDescriptor descriptor, HashSet<SignerId> signers)
    {
        if (descriptor.Fields.Count == 0)
        {
            yield return new("Fields", "at least one field is needed");
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (int index = 0; index < descriptor.Fields.Count; index++)
        {
            FormField field = descriptor.Fields[index];
            string path = $"Fields[{index}]";
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

            foreach (FormDescriptorProblem problem in CheckSigner($"{path}.SignerId", field.SignerId, signers).Concat(CheckPlace(path, field)))
            {
                yield return problem;
            }

            if (field.InputType == InputType.Select && field.SelectOptions is not { Count: > 0 })
            {
                yield return new($"{path}.SelectOptions", "a select field needs something to choose from");
            }
        }
    }

    private static IEnumerable<FormDescriptorProblem> CheckPlace(string path, FormField field)
    {
        bool hasMarker = !string.IsNullOrEmpty(field.Marker);
        bool hasPosition = field.PageIndex is not null || field.X is not null || field.Y is not null;
        if (hasMarker == hasPosition)
        {
            yield return new(path, hasMarker ? "either a position or a marker, not both" : "a position or a marker is needed");
        }

        if (hasPosition)
        {
            if (field.PageIndex is not >= 0)
            {
                yield return new($"{path}.PageIndex", "a position needs a page, counted from zero");
            }

            if (!IsAtLeastZero(field.X))
            {
                yield return new($"{path}.X", "a position needs a distance from the left, in points");
            }

            if (!IsAtLeastZero(field.Y))
            {
                yield return new($"{path}.Y", "a position needs a distance from the top, in points");
            }
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
            if (signers[index].Id == default)
            {
                yield return new($"Signers[{index}].Id", "an id is needed");
            }

            if (string.IsNullOrWhiteSpace(signers[index].Name))
            {
                yield return new($"Signers[{index}].Name", "a name is needed");
            }
        }
    }

    private static IEnumerable<FormDescriptorProblem> CheckWorkflow(IReadOnlyList<WorkflowStep> workflow, HashSet<SignerId> signers)
        => workflow.SelectMany((step, index) => CheckSigner($"Workflow[{index}].SignerId", step.SignerId, signers));

    private static IEnumerable<FormDescriptorProblem> CheckRecipients(string path, IReadOnlyList<SignerId>? recipients, HashSet<SignerId> signers)
        => recipients switch
        {
            null => [],
            { Count: 0 } => [new($"{path}.To", "at least one signer is needed")],
            _ => recipients.SelectMany((recipient, index) => CheckSigner($"{path}.To[{index}]", recipient, signers)),
        };

    // A descriptor without any signers is left to the service: its own examples have one.
    private static IEnumerable<FormDescriptorProblem> CheckSigner(string path, SignerId signer, HashSet<SignerId> signers)
    {
        if (signer == default)
        {
            yield return new(path, "a signer is needed");
        }
        else if (signers.Count > 0 && !signers.Contains(signer))
        {
            yield return new(path, $"{signer} is not among the signers");
        }
    }

    private static bool IsAtLeastZero(double? value) => value is >= 0 and <= double.MaxValue;

    private static bool IsSize(double? value, bool isNeeded) => value is null ? !isNeeded : value is > 0 and <= double.MaxValue;
}
