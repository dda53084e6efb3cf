/* Memory that is soon looked at. */
#ifndef TWT_BASE_PREFETCH_H
#define TWT_BASE_PREFETCH_H

/* Any address, even none at all; changes nothing but time. */
static inline void twt_prefetch(const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#else
    (void)address;
#endif
}

#endif
